import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { threadQuery } from '../thread/thread-query.ts';

/** A pointer that only passes by asks for nothing, ms. */
const dwell = 60;

/** Fetches a conversation that somebody is about to open, so that it opens at once. */
export function useIntent(conversationId: string) {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const fetchSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.prefetchQuery(threadQuery(conversationId)), dwell);
  };
  return { onPointerEnter: fetchSoon, onFocus: fetchSoon, onPointerLeave: () => clearTimeout(timer.current) };
}
