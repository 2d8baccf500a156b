import { Button, Modal } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import { helpRows } from './help-rows.ts';
import { shownKey } from './shown-keys.ts';
import { useKeysWords } from './words.ts';
import './keys.css';

export function HelpSheet({ onClose }: { onClose(): void }) {
  const say = useKeysWords();
  const { singleKeys, change } = usePreferences();
  const may = useMay();
  return (
    <Modal open title={say('help.title')} footer={null} width={640} onCancel={onClose}>
      <dl className="help-keys" data-testid="help-sheet">
        {helpRows(may).map(({ does, page, ways }) => (
          <div key={page ?? does}>
            <dt>{say(does, page && { page: say(`page.${page}`) })}</dt>
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
