import { useRef, useState } from 'react';
import { Refused } from '../../../core/refusal.ts';
import { newId } from '../../../live/ids.ts';
import { answered, ask, begun } from './attempt.ts';

/** One thing that must be done once: `run` answers with what came of it, or null where it was not done or nobody knows. */
export function useAttempt<Wish, Answer>(act: (key: string, wish: Wish) => Promise<Answer>) {
  const [attempt, setAttempt] = useState(() => begun(newId()));
  const [error, setError] = useState<unknown>(null);
  // A second click comes before the page is drawn anew.
  const latest = useRef(attempt);
  const set = (next: typeof attempt) => setAttempt((latest.current = next));

  const run = async (wish: Wish): Promise<Answer | null> => {
    const asking = ask(latest.current, JSON.stringify(wish), newId);
    if (asking === latest.current) return null;
    set(asking);
    setError(null);
    try {
      const answer = await act(asking.key, wish);
      set(answered(latest.current, 'done'));
      return answer;
    } catch (failure) {
      set(answered(latest.current, isAnswer(failure) ? 'refused' : 'unanswered'));
      setError(failure);
      return null;
    }
  };
  return { state: attempt.state, error, run };
}

/** A refusal tells that it was not done; that the server can't be reached tells nothing. */
const isAnswer = (failure: unknown) => failure instanceof Refused && failure.refusal.code !== 'unavailable';
