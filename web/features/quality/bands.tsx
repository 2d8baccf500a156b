import { Link } from '@tanstack/react-router';
import type { QualityAnswer, QualityFilter } from '../../../core/quality/answers.ts';
import { FigureName } from './figure.tsx';
import { useQualityWords } from './words.ts';
import './bands.css';

const height = 10;

/** How the scores lie: a bar for each band, which opens its episodes. */
export function Bands({ bands, period }: { bands: QualityAnswer['bands']; period: QualityFilter }) {
  const q = useQualityWords();
  const most = Math.max(1, ...bands.map(({ episodes }) => episodes));
  return (
    <section className="quality-card" aria-label={q('bands.title')}>
      <h2>
        <FigureName name={q('bands.title')} what={q('bands.what')} />
      </h2>
      <ul className="band-bars">
        {bands.map(({ band, episodes }) => (
          <li key={band}>
            <Link
              to="/quality/episodes"
              search={{ ...period, band }}
              className="band-bar"
              data-band={band}
              data-testid={`band-${band}`}
              disabled={episodes === 0}
            >
              <span>{q(`band.${band}`)}</span>
              <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
                <rect className="band-ground" width="100" height={height} rx="1" />
                <rect
                  className="band-fill"
                  width={episodes === 0 ? 0 : Math.max(1, (episodes / most) * 100)}
                  height={height}
                  rx="1"
                />
              </svg>
              <span className="figures">{episodes}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
