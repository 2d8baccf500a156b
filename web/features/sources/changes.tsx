import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { usePreferences } from '../../app/preferences.tsx';
import { sentence } from '../../lib/failure.ts';
import { dayAndTime } from '../../lib/format.ts';
import { sourcesApi } from './sources-api.ts';
import { useSourcesWords } from './words.ts';

/** Who connected it, changed it or paused it. */
export function Changes({ sourceId }: { sourceId: string }) {
  const say = useSourcesWords();
  const { lang } = usePreferences();
  const { data, error } = useQuery({
    queryKey: ['source-changes', sourceId],
    queryFn: () => sourcesApi.changes(sourceId),
    staleTime: 0,
  });
  if (error) return <p role="alert">{sentence(error, lang)}</p>;
  if (!data) return <Skeleton title={false} paragraph={{ rows: 2 }} />;
  return (
    <ul className="source-changes figures">
      {data.map(({ what, byName, at }) => (
        <li key={`${what} ${at}`}>
          {dayAndTime(at, lang)} · {byName} · {say(`change.${what}`)}
        </li>
      ))}
    </ul>
  );
}
