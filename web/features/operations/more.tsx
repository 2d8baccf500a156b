import { Button } from 'antd';
import { useOperationsWords } from './words.ts';

/** The next page of a list. */
export function More({ more }: { more: { busy: boolean; show(): void } | null }) {
  const say = useOperationsWords();
  if (!more) return null;
  return (
    <Button className="list-more" loading={more.busy} onClick={more.show}>
      {say('more')}
    </Button>
  );
}
