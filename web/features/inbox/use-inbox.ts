import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useMe } from '../../app/session.ts';
import { useRows } from './rows-provider.tsx';
import type { Choice } from './choice.ts';
import { inboxQuery } from './inbox-query.ts';
import { listed } from './rows.ts';

/** One list of the inbox, page by page, with everything that happened since. */
export function useInbox({ view, filter }: Choice) {
  const me = useMe();
  const rows = useRows();
  const { learn } = rows;
  const pages = useInfiniteQuery(inboxQuery({ view, filter }));

  const { data } = pages;
  useEffect(() => {
    if (data)
      learn(
        data.pages.flatMap((page) => page.rows),
        data.pages.at(-1),
      );
  }, [data, learn]);

  const ids = useMemo(
    () => data?.pages.flatMap((page) => page.rows.map((row) => row.conversationId)) ?? [],
    [data],
  );
  const conversations = useMemo(() => {
    const last = pages.hasNextPage ? (ids.at(-1) ?? null) : null;
    return listed(rows, { view, filter }, me, new Set(ids), last);
  }, [rows, view, filter, me, ids, pages.hasNextPage]);

  return { conversations, pages };
}
