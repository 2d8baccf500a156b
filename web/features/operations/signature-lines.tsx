import type { SignatureView } from '../../../core/commerce/operation-api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useOperationsWords } from './words.ts';

/** Who agreed or did not, in whose place, and what they said. */
export function SignatureLines({ signatures }: { signatures: readonly SignatureView[] }) {
  const say = useOperationsWords();
  const { t } = usePreferences();
  return signatures.map(({ by, as, decision, words, at, void: isVoid }) => (
    <p
      key={`${by.agentId} ${at}`}
      className="operation-signature"
      data-decision={decision}
      data-void={isVoid}
    >
      {say(decision === 'approved' ? 'history.signed' : 'history.refusedBy', {
        name: by.name,
        as: t(`role.${as}`),
        words,
      })}
      {isVoid && ` ${say('history.void')}`}
    </p>
  ));
}
