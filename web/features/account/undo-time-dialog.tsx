import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { meQuery, useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';

const choices = [0, 2, 3, 5, 8, 10];
/** Stands for null, which a list can't hold. */
const follow = -1;

/** How long a reply may be taken back; for oneself, and for the shop by whoever sets its standard. */
export function UndoTimeDialog({ onClose }: { onClose(): void }) {
  const { t } = usePreferences();
  const { ownUndoSeconds, shopUndoSeconds } = useMe();
  const may = useMay();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: meQuery.queryKey });
  const setOwn = useAct(async (seconds: number | null) => {
    await api.setUndoTime(seconds);
    await refresh();
  }, t('recall.saved'));
  const setShop = useAct(async (seconds: number) => {
    await api.setShopUndoTime(seconds);
    await refresh();
  }, t('recall.saved'));
  const options = choices.map((seconds) => ({ value: seconds, label: t('recall.seconds', { seconds }) }));
  return (
    <Modal open title={t('recall.title')} footer={null} onCancel={onClose}>
      <p className="muted">{t('recall.what')}</p>
      <Form layout="vertical">
        {may('conversations.reply') && (
          <Form.Item label={t('recall.own')} htmlFor="own-undo-time">
            <Select
              id="own-undo-time"
              data-testid="own-undo-time"
              value={ownUndoSeconds ?? follow}
              loading={setOwn.busy}
              options={[
                { value: follow, label: t('recall.follow', { seconds: shopUndoSeconds }) },
                ...options,
              ]}
              onChange={(seconds) => void setOwn.run(seconds === follow ? null : seconds)}
            />
          </Form.Item>
        )}
        {may('standard.write') && (
          <Form.Item label={t('recall.shop')} htmlFor="shop-undo-time">
            <Select
              id="shop-undo-time"
              data-testid="shop-undo-time"
              value={shopUndoSeconds}
              loading={setShop.busy}
              options={options}
              onChange={(seconds) => void setShop.run(seconds)}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
