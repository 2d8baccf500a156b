import { Button } from 'antd';
import type { Newer } from './use-draft-sync.ts';
import { useComposerWords } from './words.ts';

/** Both were written on since they were last the same: the person says which holds. */
export function NewerDraft({ newer }: { newer: Newer }) {
  const say = useComposerWords();
  return (
    <div className="composer-strip" data-testid="newer-draft" role="status">
      <strong>{say('draft.newer')}</strong>
      <q>{newer.text === '' ? say('draft.newer.empty') : newer.text}</q>
      <span className="composer-strip-acts">
        <Button size="small" onClick={newer.takeTheirs} data-testid="draft-theirs">
          {say('draft.takeTheirs')}
        </Button>
        <Button size="small" onClick={newer.keepMine} data-testid="draft-mine">
          {say('draft.keepMine')}
        </Button>
        <Button size="small" onClick={newer.takeBoth}>
          {say('draft.takeBoth')}
        </Button>
      </span>
    </div>
  );
}
