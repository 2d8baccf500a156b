import { Button, Modal } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { shortcuts } from './shortcuts.ts';
import { shownKey } from './shown-keys.ts';
import { useKeysWords, type KeysKey } from './words.ts';
import './keys.css';

/** Keys that the search and the composer hear by themselves. */
const heardElsewhere: [KeysKey, string[]][] = [
  ['key.search', ['/']],
  ['key.send', ['Enter']],
  ['key.line', ['Shift+Enter']],
  ['key.suggestion', ['Alt+1', 'Alt+2']],
];

export function HelpSheet({ onClose }: { onClose(): void }) {
  const say = useKeysWords();
  const { singleKeys, change } = usePreferences();
  const byAct = new Map<KeysKey, string[]>();
  for (const { id, keys } of shortcuts) byAct.set(`key.${id}`, [...(byAct.get(`key.${id}`) ?? []), keys]);
  return (
    <Modal open title={say('help.title')} footer={null} width={640} onCancel={onClose}>
      <dl className="help-keys" data-testid="help-sheet">
        {[...byAct, ...heardElsewhere].map(([key, ways]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>
              {ways.map((way) => (
                <span key={way} className="help-way">
                  {way.split(/[ +]/).map((one) => (
                    <kbd key={one}>{shownKey(one)}</kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="help-foot">
        <span className="muted">{say('help.single')}</span>
        <Button size="small" onClick={() => change({ singleKeys: !singleKeys })}>
          {say(singleKeys ? 'help.off' : 'help.on')}
        </Button>
      </p>
    </Modal>
  );
}
