import { Dropdown, type MenuProps } from 'antd';
import type { OrderOperations } from '../../../core/commerce/operation-api.ts';
import type { OperationKind } from '../../../core/commerce/operations/operation.ts';
import { refusalWords } from '../../../core/words/refusals.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { inScript } from '../../words/index.ts';
import { operationsZh } from '../../words/operations.zh-CN.ts';
import { useOperationsWords, type OperationsKey } from './words.ts';

interface Props {
  number: string;
  menu: OrderOperations['menu'] | undefined;
  failed: boolean;
  /** There is a conversation to take the customer's request from. */
  beside: boolean;
  /** A hand is on its way: what it holds is read before it opens, so that it does not grow once it is open. */
  onNear(): void;
  onChoose(kind: OperationKind): void;
}

/** What belongs together stands together: goods that come back, money, what changes before dispatch. */
const groups: readonly (readonly OperationKind[])[] = [
  ['return', 'book-in', 'exchange'],
  ['refund', 'payout', 'compensation', 'price-difference', 'gift'],
  ['address-change', 'size-change', 'close'],
];

/** What this person may do to the order; what its state forbids says why. */
export function OperationsMenu({ number, menu, failed, beside, onNear, onChoose }: Props) {
  const say = useOperationsWords();
  const { lang } = usePreferences();
  const whyNot = (kind: OperationKind): string | null => {
    if (kind === 'close' && !beside) return say('dialog.toConversation');
    const answer = menu![kind];
    if (answer === true || answer === 'forbidden') return null;
    const short = `menu.why.${answer}`;
    return short in operationsZh
      ? say(short as OperationsKey)
      : inScript(refusalWords({ code: 'conflict', reason: answer }, lang));
  };
  const one = (kind: OperationKind) => {
    const why = whyNot(kind);
    return {
      key: kind,
      disabled: why !== null,
      label: (
        <span className="operation-choice" data-testid={`operation-${kind}`}>
          <span>{say(`kind.${kind}`)}</span>
          <span className="operation-what">{why ?? say(`kind.${kind}.what`)}</span>
        </span>
      ),
    };
  };
  const note = (text: string) => [{ key: 'note', disabled: true, label: text }];
  const shown = menu && groups.map((kinds) => kinds.filter((kind) => menu[kind] !== 'forbidden').map(one));
  const parts = shown?.filter((items) => items.length > 0);
  const items: NonNullable<MenuProps['items']> = !parts
    ? note(say(failed ? 'menu.failed' : 'menu.reading'))
    : parts.length === 0
      ? note(say('menu.none'))
      : parts.flatMap((part, at) =>
          at === 0 ? part : [{ type: 'divider' as const, key: `line ${at}` }, ...part],
        );
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      // It is long: it moves up rather than out of the window.
      align={{ overflow: { shiftX: true, shiftY: true } }}
      classNames={{ root: 'operations-menu' }}
      menu={{ items, onClick: ({ key }) => onChoose(key as OperationKind) }}
      onOpenChange={(open) => open && onNear()}
    >
      <button
        type="button"
        className="quiet-button operations-button"
        data-testid="operations"
        aria-haspopup="menu"
        aria-label={say('menu.of', { number })}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {say('menu')} ▾
      </button>
    </Dropdown>
  );
}
