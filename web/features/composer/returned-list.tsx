import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Popover } from 'antd';
import { useState } from 'react';
import type { ReturnedReply } from '../../../core/api.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { shortDayAndTime } from '../../lib/format.ts';
import { ClockIcon } from '../../lib/icons.tsx';
import { useAct } from '../../lib/use-act.ts';
import { composerApi } from './composer-api.ts';
import { returnedQuery } from './returned-query.ts';
import { useComposerWords } from './words.ts';
import './returned.css';

export function ReturnedList({ replies }: { replies: ReturnedReply[] }) {
  const { t, lang } = usePreferences();
  const say = useComposerWords();
  const client = useQueryClient();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const look = useAct(async ({ scheduledId, conversationId }: ReturnedReply) => {
    await composerApi.notice(scheduledId);
    await client.invalidateQueries({ queryKey: returnedQuery.queryKey });
    await router.navigate({ to: '/inbox/$conversationId', params: { conversationId } });
  });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={say('returned.title')}
      content={
        <div className="returned">
          <p className="muted">{say('returned.what')}</p>
          <ul>
            {replies.map((reply) => (
              <li key={reply.scheduledId}>
                <span>
                  <strong>{customerName(reply, t)}</strong>
                  <br />
                  {say(`returned.cause.${reply.cause}`)} ·{' '}
                  <time className="figures">{shortDayAndTime(reply.at, lang)}</time>
                </span>
                <button
                  type="button"
                  className="quiet-button"
                  data-testid="returned-open"
                  disabled={look.busy}
                  onClick={() => {
                    setOpen(false);
                    void look.run(reply);
                  }}
                >
                  {say('returned.open')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      }
    >
      <button
        type="button"
        className="quiet-button returned-button"
        data-testid="returned"
        aria-label={say('returned.button', { count: replies.length })}
        title={say('returned.button', { count: replies.length })}
      >
        <ClockIcon />
        <span className="figures">{replies.length}</span>
      </button>
    </Popover>
  );
}
