import { describe, expect, it } from 'vitest';
import { standardSettings } from '../../../core/standard/settings.ts';
import { draftOf, followed, isChanged } from './draft.ts';

const saved = (version: number, meritLimit = 10) => ({
  version,
  settings: { ...standardSettings, meritLimit },
});
const changed = { ...draftOf(saved(3)), mine: saved(3, 5).settings };

describe('a draft when somebody else saves', () => {
  it('follows where nothing was changed in it', () => {
    expect(followed(draftOf(saved(3)), saved(4, 8))).toEqual(draftOf(saved(4, 8)));
  });

  it('goes on from a version that changed no setting', () => {
    expect(followed(changed, saved(4))).toEqual({ ...changed, version: 4 });
  });

  it('stays as it is where both changed something', () => {
    expect(followed(changed, saved(4, 8))).toBe(changed);
    expect(isChanged(changed)).toBe(true);
  });

  it('is settled where what was saved is what I have', () => {
    expect(followed(changed, saved(4, 5))).toEqual(draftOf(saved(4, 5)));
  });

  it('is not led back by an answer that is older', () => {
    const just = draftOf(saved(4, 5));
    expect(followed(just, saved(3))).toBe(just);
  });
});
