import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMe } from '../../app/session.ts';
import { nothingAsked, type Asked } from './asked.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Of the person who asked: at a shared computer the next one does not go back to it. */
    asked?: Asked & { agentId: string };
  }
}

/** What is asked on this page of the history, so that going back from a message finds the same results. */
export function useAsked(): [Asked, (change: (now: Asked) => Asked) => void] {
  const { agentId } = useMe();
  const navigate = useNavigate();
  const held = useLocation({ select: ({ state }) => state.asked });
  const own = (asked: typeof held): Asked => (asked?.agentId === agentId ? asked : nothingAsked);
  // From what is asked by then: words that are still being written must not take back a filter chosen since.
  const ask = (change: (now: Asked) => Asked) =>
    void navigate({
      to: '/search',
      replace: true,
      state: (state) => ({ ...state, asked: { ...change(own(state.asked)), agentId } }),
    });
  return [own(held), ask];
}
