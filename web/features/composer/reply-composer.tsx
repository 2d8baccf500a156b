import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import { maxTextLength } from '../../../core/wire.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { EmojiButton } from './emoji-button.tsx';
import { isSendKey } from './enter.ts';
import { Findings } from './findings.tsx';
import { HeldReply } from './held-reply.tsx';
import { LaterButton } from './later-button.tsx';
import { NewerDraft } from './newer-draft.tsx';
import { useOutgoing } from './outgoing-provider.tsx';
import { Overtaken } from './overtaken.tsx';
import { useDraft } from './use-draft.ts';
import { useHold } from './use-hold.ts';
import { useInsert } from './use-insert.ts';
import { useJudgement, type ServerBlock } from './use-judgement.ts';
import { useTyping } from './use-typing.ts';
import { useUnseen } from './use-unseen.ts';
import { Written } from './written.tsx';

interface Props {
  thread: ThreadAnswer;
  /** Pictures and files pasted while writing. */
  onPasteFiles?(files: File[]): void;
}

export function ReplyComposer({ thread, onPasteFiles }: Props) {
  const { t } = usePreferences();
  const { conversationId } = thread.conversation;
  const { text, write, putBack, newer } = useDraft(conversationId, 'reply');
  const [serverBlock, setServerBlock] = useState<ServerBlock>(null);
  const [stopped, setStopped] = useState(false);
  const { judge, shown, shownFor } = useJudgement(thread, text, serverBlock);
  const { send } = useOutgoing();
  const hold = useHold(thread, putBack);
  const typing = useTyping(conversationId);
  const unseen = useUnseen(thread, text);
  const field = useRef<HTMLTextAreaElement>(null);
  const findingsId = useId();
  const tooLong = text.length > maxTextLength;
  const empty = text.trim() === '';

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const change = (next: string) => {
    setStopped(false);
    unseen.forget();
    write(next);
    typing(next !== '');
  };
  const insert = useInsert(field, text, change);
  const replace = (sentence: string) => {
    change(sentence);
    field.current?.focus();
  };
  const sendNow = async () => {
    if (empty || tooLong) return;
    if (judge(text).blocked) return setStopped(true);
    if (unseen.holdsBack()) return;
    const seen = unseen.upTo();
    change('');
    const refusal = await send(conversationId, text, seen);
    if (!refusal) return;
    putBack(text);
    if (refusal.code === 'overtaken') return unseen.show(seen, refusal.upTo);
    setServerBlock({ text, refusal });
    setStopped(true);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const suggestion = event.altKey ? shown.suggestions[['Digit1', 'Digit2'].indexOf(event.code)] : undefined;
    if (suggestion === undefined && !isSendKey(event)) return;
    event.preventDefault();
    if (suggestion !== undefined) replace(suggestion);
    // A key held down sends once, and never past what it was just shown.
    else if (!event.repeat) void sendNow();
  };

  return (
    <div className="reply-composer" data-blocked={shown.blocked}>
      {newer && <NewerDraft newer={newer} />}
      {hold.held && <HeldReply hold={hold.held} onDone={hold.forget} />}
      <Findings
        id={findingsId}
        judgement={shown}
        text={shownFor}
        stopped={stopped && shown.blocked}
        onTake={replace}
        onAsk={
          hold.held
            ? undefined
            : async () => {
                if (await hold.ask(text)) change('');
              }
        }
        asking={hold.asking}
      />
      {unseen.shown.length > 0 && <Overtaken messages={unseen.shown} onSend={() => void sendNow()} />}
      <Written
        ref={field}
        text={text}
        ranges={shownFor === text ? shown.findings : []}
        label={t('composer.label')}
        placeholder={t('composer.placeholder')}
        testId="composer"
        describedBy={findingsId}
        invalid={shown.blocked}
        onPasteFiles={onPasteFiles}
        onWrite={change}
        onKeyDown={onKeyDown}
      />
      <div className="composer-foot">
        <EmojiButton onPick={insert} />
        <span className={tooLong ? 'composer-too-long' : 'muted'}>
          {tooLong
            ? t('composer.tooLong', { limit: maxTextLength, over: text.length - maxTextLength })
            : t('composer.keys')}
        </span>
        <span className="composer-send">
          <LaterButton
            conversationId={conversationId}
            text={text}
            disabled={empty || tooLong || shown.blocked}
            onScheduled={() => change('')}
          />
          <Button
            type="primary"
            data-testid="send"
            disabled={empty || tooLong || shown.blocked}
            onClick={() => void sendNow()}
          >
            {t('action.send')}
          </Button>
        </span>
      </div>
    </div>
  );
}
