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
export function useAsked(): [Asked, (asked: Asked) => void] {
  const { agentId } = useMe();
  const navigate = useNavigate();
  const held = useLocation({ select: ({ state }) => state.asked });
  const ask = (asked: Asked) =>
    void navigate({
      to: '/search',
      replace: true,
      state: (state) => ({ ...state, asked: { ...asked, agentId } }),
    });
  return [held?.agentId === agentId ? held : nothingAsked, ask];
}
