import { Button } from 'antd';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { HoldAnswer, ThreadAnswer } from '../../../core/api.ts';
import { saidIn } from '../../../core/attachments.ts';
import { maxTextLength } from '../../../core/wire.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { CardButton } from '../cards/card-button.tsx';
import { listenForCards } from '../cards/add-card.ts';
import type { Wanted } from '../cards/cards-api.ts';
import { EmojiButton } from './emoji-button.tsx';
import { isSendKey } from './enter.ts';
import { Findings } from './findings.tsx';
import { HeldReply } from './held-reply.tsx';
import { LaterButton } from './later-button.tsx';
import { NewerDraft } from './newer-draft.tsx';
import { useOutgoing } from './outgoing-provider.tsx';
import { AttachButton } from '../files/attach-button.tsx';
import { DropZone } from '../files/drop-zone.tsx';
import { FileTray } from '../files/file-tray.tsx';
import { waitingAgain } from '../files/pending-files.ts';
import { useFiles } from '../files/use-files.ts';
import { useQuoting } from '../thread/quoting.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { Quoted } from './quoted.tsx';
import { Overtaken } from './overtaken.tsx';
import { useDraft } from './use-draft.ts';
import { useHold } from './use-hold.ts';
import { listenForPieces } from './put-into-reply.ts';
import { useInsert } from './use-insert.ts';
import { useJudgement, type ServerBlock } from './use-judgement.ts';
import { useTyping } from './use-typing.ts';
import { useUnseen } from './use-unseen.ts';
import { Written } from './written.tsx';

export function ReplyComposer({ thread }: { thread: ThreadAnswer }) {
  const { t } = usePreferences();
  const { conversationId } = thread.conversation;
  const { text, write, putBack, newer } = useDraft(conversationId, 'reply');
  const files = useFiles(conversationId);
  const { putBack: putBackFiles, addCard } = files;
  const may = useMay();
  const { quoted, quote } = useQuoting();
  const [serverBlock, setServerBlock] = useState<ServerBlock>(null);
  const [stopped, setStopped] = useState(false);
  const { judge, shown, shownFor } = useJudgement(thread, text, serverBlock);
  const { send } = useOutgoing();
  const returned = useCallback(
    ({ text: words, attachment, quote: answered }: HoldAnswer) => {
      putBack(words);
      if (attachment) putBackFiles([waitingAgain(attachment)]);
      if (answered) quote(answered);
    },
    [putBack, putBackFiles, quote],
  );
  const hold = useHold(thread, returned);
  const typing = useTyping(conversationId);
  const unseen = useUnseen(thread, text);
  const field = useRef<HTMLTextAreaElement>(null);
  const findingsId = useId();
  const { undoSeconds } = useMe();
  const tooLong = text.length > maxTextLength;
  const [first, ...others] = files.files;
  const empty = text.trim() === '' && files.files.length === 0;
  // What leaves later is words alone.
  const carries = files.files.length > 0 || quoted !== null;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const change = (next: string) => {
    setStopped(false);
    unseen.forget();
    write(next);
    typing(next !== '');
  };
  const insert = useInsert(field, text, change);
  useEffect(() => listenForPieces(insert));
  const takeCard = useCallback(
    (wanted: Wanted) => {
      addCard(wanted);
      field.current?.focus();
    },
    [addCard],
  );
  useEffect(() => listenForCards(takeCard), [takeCard]);
  const replace = (sentence: string) => {
    change(sentence);
    field.current?.focus();
  };
  const sendNow = async () => {
    if (empty || tooLong || !files.ready) return;
    if (judge(text).blocked) return setStopped(true);
    if (unseen.holdsBack()) return;
    const takeBack = () => {
      putBack(text);
      files.putBack(files.files);
      if (quoted) quote(quoted);
    };
    change('');
    files.remove(files.files.map((file) => file.key));
    quote(null);
    const more = {
      attachment: first?.attachment ?? undefined,
      others: others.flatMap(({ attachment }) => attachment ?? []),
      quote: quoted ?? undefined,
      seen: unseen.upTo(),
    };
    const sent = send(conversationId, text, { ...more, holdFor: undoSeconds, onRecall: takeBack });
    const refusal = await sent;
    if (!refusal) return;
    takeBack();
    if (refusal.code === 'overtaken') return unseen.show(refusal);
    setServerBlock({ text, refusal });
    setStopped(true);
  };
  /** With the first of the files; the others wait for another reply. */
  const askForRelease = async () => {
    const carried = { attachmentId: first?.attachment?.attachmentId, quotes: quoted?.seq };
    if (!(await hold.ask(text, carried))) return;
    setServerBlock(null);
    change('');
    if (first) files.remove([first.key]);
    quote(null);
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
    <DropZone onFiles={files.add}>
      <div className="reply-composer" data-blocked={shown.blocked}>
        {newer && <NewerDraft newer={newer} />}
        {hold.held && <HeldReply hold={hold.held} onDone={hold.forget} />}
        <Findings
          id={findingsId}
          judgement={shown}
          text={saidIn(shownFor, first?.name)}
          stopped={stopped && shown.blocked}
          onTake={replace}
          onAsk={hold.held || !files.ready ? undefined : () => void askForRelease()}
          asking={hold.asking}
        />
        {unseen.shown.length > 0 && <Overtaken messages={unseen.shown} onSend={() => void sendNow()} />}
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
          onPasteFiles={files.add}
          onWrite={change}
          onKeyDown={onKeyDown}
        />
        <div className="composer-foot">
          <EmojiButton onPick={insert} />
          <AttachButton onFiles={files.add} />
          {may('orders.read') && <CardButton conversationId={conversationId} onPick={takeCard} />}
          <span className={tooLong ? 'composer-too-long' : 'muted'}>
            {tooLong
              ? t('composer.tooLong', { limit: maxTextLength, over: text.length - maxTextLength })
              : t('composer.keys')}
          </span>
          <span className="composer-send">
            <LaterButton
              conversationId={conversationId}
              text={text}
              disabled={text.trim() === '' || tooLong || shown.blocked || carries}
              onScheduled={() => change('')}
            />
            <Button
              type="primary"
              data-testid="send"
              disabled={empty || tooLong || shown.blocked || !files.ready}
              onClick={() => void sendNow()}
            >
              {t('action.send')}
            </Button>
          </span>
        </div>
      </div>
    </DropZone>
  );
}
