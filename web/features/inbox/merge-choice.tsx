import { Alert, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { Conversation } from '../../../core/conversations/conversation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { customerName } from '../../lib/customer-name.ts';
import { dayAndTime } from '../../lib/format.ts';
import { useInboxWords } from './words.ts';
import './inbox-parts.css';

interface Props {
  conversations: readonly { conversation: Conversation; note?: ReactNode }[];
  chosen: string | null;
  onChoose(conversationId: string): void;
}

/** Which one stays, and what merging means. */
export function MergeChoice({ conversations, chosen, onChoose }: Props) {
  const { t, lang } = usePreferences();
  const w = useInboxWords();
  return (
    <>
      <Radio.Group
        className="merge-choice"
        value={chosen}
        onChange={({ target }) => onChoose(target.value as string)}
      >
        {conversations.map(({ conversation, note }) => (
          <Radio
            key={conversation.conversationId}
            value={conversation.conversationId}
            data-testid="merge-into"
            data-conversation={conversation.conversationId}
          >
            <span className="merge-one">
              <strong>{customerName(conversation, t)}</strong>
              <span className="muted">
                {t(`state.${conversation.state}`)} · {dayAndTime(conversation.activityAt, lang)}
              </span>
              {note}
              <span className="merge-said">{conversation.lastMessage?.text ?? ''}</span>
            </span>
          </Radio>
        ))}
      </Radio.Group>
      <Alert type="warning" showIcon title={w('merge.privacy')} description={w('merge.what')} />
    </>
  );
}
