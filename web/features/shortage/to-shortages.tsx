import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { buyingApi } from '../buying/buying-api.ts';
import { useBuyingWords } from '../buying/words.ts';
import './shortage.css';

/** The way to the list, with how many wait for an answer. */
export function ToShortages() {
  const say = useBuyingWords();
  const { data } = useQuery({ queryKey: ['shortages'], queryFn: buyingApi.shortages });
  const open = data?.filter(({ state }) => state === 'open').length ?? 0;
  return (
    <Link to="/orders/shortages" data-testid="to-shortages">
      {say('short.open')}
      {open > 0 && <span className="short-count figures">{open}</span>}
    </Link>
  );
}
