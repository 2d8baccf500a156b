import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ThreadAnswer } from '../../../core/api.ts';
import { maxTextLength } from '../../../core/wire.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { isSendKey } from './enter.ts';
import { Findings } from './findings.tsx';
import { HeldReply } from './held-reply.tsx';
import { useOutgoing } from './outgoing-provider.tsx';
import { AttachButton } from '../files/attach-button.tsx';
import { DropZone } from '../files/drop-zone.tsx';
import { FileTray } from '../files/file-tray.tsx';
import { useFiles } from '../files/use-files.ts';
import { useQuoting } from '../thread/quoting.tsx';
import { useMe } from '../../app/session.ts';
import { Quoted } from './quoted.tsx';
import { useDraft } from './use-draft.ts';
import { useHold } from './use-hold.ts';
import { useJudgement, type ServerBlock } from './use-judgement.ts';
import { useTyping } from './use-typing.ts';
import { Written } from './written.tsx';

export function ReplyComposer({ thread }: { thread: ThreadAnswer }) {
  const { t } = usePreferences();
  const { conversationId } = thread.conversation;
  const { text, write, putBack } = useDraft(conversationId, 'reply');
  const [serverBlock, setServerBlock] = useState<ServerBlock>(null);
  const [stopped, setStopped] = useState(false);
  const { judge, shown, shownFor } = useJudgement(thread, text, serverBlock);
  const { send } = useOutgoing();
  const hold = useHold(thread, putBack);
  const typing = useTyping(conversationId);
  const field = useRef<HTMLTextAreaElement>(null);
  const findingsId = useId();
  const { undoSeconds } = useMe();
  const files = useFiles(conversationId);
  const { quoted, quote } = useQuoting();
  const tooLong = text.length > maxTextLength;
  const empty = text.trim() === '' && files.files.length === 0;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const change = (next: string) => {
    setStopped(false);
    write(next);
    typing(next !== '');
  };
  const replace = (sentence: string) => {
    change(sentence);
    field.current?.focus();
  };
  const sendNow = async () => {
    if (empty || tooLong || !files.ready) return;
    if (judge(text).blocked) return setStopped(true);
    const [first, ...others] = files.files;
    const takeBack = () => {
      putBack(text);
      if (first) files.putBack([first]);
      if (quoted) quote(quoted);
    };
    change('');
    files.remove(files.files.map((file) => file.key));
    quote(null);
    const more = { attachment: first?.attachment ?? undefined, quote: quoted ?? undefined };
    const sent = send(conversationId, text, { ...more, holdFor: undoSeconds, onRecall: takeBack });
    // One message carries one file: each of the others goes after it, alone.
    for (const { attachment } of others) if (attachment) void send(conversationId, '', { attachment });
    const refusal = await sent;
    if (!refusal) return;
    setServerBlock({ text, refusal });
    setStopped(true);
    takeBack();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const suggestion = event.altKey ? shown.suggestions[['Digit1', 'Digit2'].indexOf(event.code)] : undefined;
    if (suggestion === undefined && !isSendKey(event)) return;
    event.preventDefault();
    if (suggestion === undefined) void sendNow();
    else replace(suggestion);
  };

  return (
    <DropZone onFiles={files.add}>
      <div className="reply-composer" data-blocked={shown.blocked}>
        {hold.held && <HeldReply hold={hold.held} onDone={hold.forget} />}
        <Findings
          id={findingsId}
          judgement={shown}
          text={shownFor}
          stopped={stopped && shown.blocked}
          onTake={replace}
          onAsk={
            hold.held || files.files.length > 0
              ? undefined
              : async () => {
                  if (await hold.ask(text)) change('');
                }
          }
          asking={hold.asking}
        />
        <Quoted />
        <FileTray
          conversationId={conversationId}
          files={files.files}
          onRemove={(keys) => {
            setServerBlock(null);
            files.remove(keys);
          }}
          onAgain={files.again}
        />
        <Written
          ref={field}
          text={text}
          ranges={shownFor === text ? shown.findings : []}
          label={t('composer.label')}
          placeholder={t('composer.placeholder')}
          testId="composer"
          describedBy={findingsId}
          invalid={shown.blocked}
          onWrite={change}
          onKeyDown={onKeyDown}
        />
        <div className="composer-foot">
          <AttachButton onFiles={files.add} />
          <span className={tooLong ? 'composer-too-long' : 'muted'}>
            {tooLong
              ? t('composer.tooLong', { limit: maxTextLength, over: text.length - maxTextLength })
              : t('composer.keys')}
          </span>
          <Button
            type="primary"
            data-testid="send"
            disabled={empty || tooLong || shown.blocked || !files.ready}
            onClick={() => void sendNow()}
          >
            {t('action.send')}
          </Button>
        </div>
      </div>
    </DropZone>
  );
}
