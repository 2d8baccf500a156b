import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useEffect, useMemo } from 'react';
import type { Standard } from '../../../core/standard/apply-settings.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { customerName } from '../../lib/customer-name.ts';
import { sentence } from '../../lib/failure.ts';
import { standardApi } from '../../lib/standard-api.ts';
import { useAct } from '../../lib/use-act.ts';
import { useThread } from '../thread/use-thread.ts';
import { VerdictMark } from '../verdict/verdict-mark.tsx';
import { marksOf } from './case-file.ts';
import { storedOf } from './own-episode.ts';
import { copied, rewritten, type Pasted } from './paste.ts';
import type { Switches, Trial } from './trial.ts';
import { TrialView } from './trial-view.tsx';
import { useCases } from './use-cases.ts';
import { useBenchWords } from './words.ts';

interface Props extends Switches {
  id: string;
  standard: Standard;
  onCopy(pasted: Pasted): void;
}

/** The last episode of a conversation of the shop: judged by the server, which alone knows the customer's data. */
export function OwnTrial({ id, standard, onCopy, ...switches }: Props) {
  const { t, lang } = usePreferences();
  const b = useBenchWords();
  const { hours } = useMe();
  const may = useMay();
  const { data: thread, error: noThread, refetch, loadOlder } = useThread(id);
  const { lines, changed } = useCases();
  const {
    data: answer,
    error: notTried,
    refetch: tryAgain,
  } = useQuery({
    queryKey: ['bench-try', id, thread?.conversation.seq, standard.version],
    queryFn: () => standardApi.tryOwn(id),
    enabled: thread !== undefined,
  });
  const episodeId = answer?.conversation.id;
  const firstSeq = thread?.customer.episodes.find((one) => one.episodeId === episodeId)?.firstSeq ?? 1;
  const lacks = thread !== undefined && answer !== undefined && (thread.messages[0]?.seq ?? 1) > firstSeq;
  // Findings come with the messages that they stand at.
  useEffect(() => {
    if (lacks) void loadOlder(firstSeq).catch(() => undefined);
  }, [lacks, loadOlder, firstSeq]);

  const channel = thread?.conversation.channel === 'phone' ? 'phone' : 'chat';
  const trial = useMemo<Trial | undefined>(
    () => answer && { ...answer, turns: answer.conversation.turns, channel },
    [answer, channel],
  );
  const stored = useMemo(
    () => storedOf(thread?.findings ?? [], episodeId, firstSeq),
    [thread?.findings, episodeId, firstSeq],
  );
  const missed = useAct(async (turn: number, rule: string) => {
    await standardApi.addMissed(id, firstSeq + turn, rule);
    await changed();
  }, b('turn.missed.added'));

  const error = noThread ?? notTried;
  if (error) {
    const again = () => void (noThread ? refetch() : tryAgain());
    return (
      <div className="bench-empty" role="alert">
        <p>{sentence(error, lang)}</p>
        <Button onClick={again}>{t('action.tryAgain')}</Button>
      </div>
    );
  }
  if (!thread || !trial) return <Skeleton className="bench-skeleton" paragraph={{ rows: 8 }} />;
  const copy = () => copied(trial.turns, channel, hours);
  return (
    <TrialView
      {...switches}
      title={
        <>
          {customerName(thread.conversation, t)}
          <Link to="/inbox/$conversationId" params={{ conversationId: id }} preload={false}>
            {b('own.open')}
          </Link>
          <Button size="small" title={b('own.copyWhat')} onClick={() => onCopy(copy())}>
            {b('own.copy')}
          </Button>
        </>
      }
      trial={trial}
      standard={standard}
      verdicts={stored.verdicts}
      missed={marksOf(
        lines?.find((line) => line.id === episodeId),
        trial.findings,
      ).filter(({ verdict }) => verdict === 'missed')}
      verdictOf={(place) => {
        const finding = stored.at(place);
        if (finding) return <VerdictMark finding={finding} about={null} colleagues={thread.colleagues} />;
        return may('findings.judge') ? <span className="muted">{b('own.notStored')}</span> : null;
      }}
      isWrong={(place) => stored.at(place)?.verdict === 'wrong'}
      onMissed={may('findings.judge') ? (turn, rule) => missed.run(turn, rule) : undefined}
      onEdit={(turn, text) => {
        if (text !== trial.turns[turn]?.text) onCopy(rewritten(copy(), turn, text));
      }}
    />
  );
}
