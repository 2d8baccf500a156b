import { Link } from '@tanstack/react-router';
import type { SearchHit } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { dayAndTime } from '../../lib/format.ts';
import { NoteIcon, WhisperIcon } from '../../lib/icons.tsx';
import { ruleWords } from '../../lib/rule-words.ts';
import { landingOf } from './landing.ts';
import { MarkedWords } from './marked-words.tsx';
import { useSearchWords } from './words.ts';

interface Props {
  hit: SearchHit;
  /** What was looked for. */
  q: string;
  onOpen(): void;
}

/** One message or note; it opens its conversation where it stands. */
export function HitLine({ hit, q, onOpen }: Props) {
  const { t, lang } = usePreferences();
  const s = useSearchWords();
  const { kind, noteKind, author, authorName, at, points, rules, excerpt, conversationId } = hit;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId }}
      state={(state) => ({ ...state, landing: landingOf(hit, q) })}
      className="search-hit"
      data-testid="search-hit"
      data-kind={kind}
      preload={false}
      onClick={onOpen}
    >
      <span className="search-hit-head">
        {kind === 'note' && (
          <span className="search-note-tag">
            {noteKind === 'whisper' ? <WhisperIcon size={13} /> : <NoteIcon size={13} />}
            {t(`note.${noteKind ?? 'note'}`)}
          </span>
        )}
        <span>{authorName ?? t(`author.${author}`)}</span>
        <time className="figures">{at === null ? t('time.unknown') : dayAndTime(at, lang)}</time>
        {points !== null && <span className="figures">{s('hit.points', { points })}</span>}
        {rules.map((rule) => (
          <span key={rule} className="search-rule">
            {ruleWords(rule, lang).title}
          </span>
        ))}
      </span>
      <span className="search-hit-text">
        {excerpt.cutBefore && '…'}
        <MarkedWords text={excerpt.text} places={excerpt.places} />
        {excerpt.cutAfter && '…'}
      </span>
    </Link>
  );
}
