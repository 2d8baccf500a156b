import { useQuery } from '@tanstack/react-query';
import { companionWords } from '../../../core/words/buying.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { buyingApi } from './buying-api.ts';
import { useBuyingWords } from './words.ts';

interface Props {
  productId: string;
  onLook(productId: string): void;
  onPut(text: string): void;
}

/** What is bought with it, as the shop's own orders count it. */
export function CompanionList({ productId, onLook, onPut }: Props) {
  const say = useBuyingWords();
  const { lang } = usePreferences();
  const { data, error } = useQuery({
    queryKey: ['companions', productId],
    queryFn: () => buyingApi.companions(productId),
  });
  if (error && !data) return <p role="alert">{sentence(error, lang)}</p>;
  if (!data) return null;
  const { name, of, days, companions } = data;
  return (
    <section className="companions" aria-label={say('with.title')} data-testid="companions">
      <h4>{say('with.title')}</h4>
      {companions.length === 0 && <p className="muted">{say('with.none')}</p>}
      <ul>
        {companions.map((one) => {
          const text = companionWords(name, one, { of, days }, lang);
          return (
            <li key={one.productId}>
              <button type="button" className="fact-put" onClick={() => onLook(one.productId)}>
                {one.name}
              </button>
              <span className="muted figures">
                {say('with.line', { of, together: one.together, percent: one.percent })}
              </span>
              <button
                type="button"
                className="quiet-button"
                aria-label={say('put.what', { text })}
                title={say('put.what', { text })}
                onClick={() => onPut(text)}
              >
                ↵
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
