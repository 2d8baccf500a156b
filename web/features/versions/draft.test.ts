import { describe, expect, it } from 'vitest';
import { draftOf, followed } from './draft.ts';

const changesBetween = (before: number, after: number) => (before === after ? [] : [after]);
const saved = (version: number, settings = 10) => ({ version, settings });
const changed = { ...draftOf(saved(3)), mine: 5 };

describe('a draft when somebody else saves', () => {
  it('follows where nothing was changed in it', () => {
    expect(followed(draftOf(saved(3)), saved(4, 8), changesBetween)).toEqual(draftOf(saved(4, 8)));
  });

  it('goes on from a version that changed no setting', () => {
    expect(followed(changed, saved(4), changesBetween)).toEqual({ ...changed, version: 4 });
  });

  it('stays as it is where both changed something', () => {
    expect(followed(changed, saved(4, 8), changesBetween)).toBe(changed);
  });

  it('is settled where what was saved is what I have', () => {
    expect(followed(changed, saved(4, 5), changesBetween)).toEqual(draftOf(saved(4, 5)));
  });

  it('is not led back by an answer that is older', () => {
    const just = draftOf(saved(4, 5));
    expect(followed(just, saved(3), changesBetween)).toBe(just);
  });
});
