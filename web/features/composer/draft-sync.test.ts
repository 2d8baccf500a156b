import { describe, expect, it } from 'vitest';
import { nothingSaved, standing, type Saved } from './draft-sync.ts';

const v1: Saved = { version: 'v1', text: '一' };
const v2: Saved = { version: 'v2', text: '二' };

describe('of two drafts', () => {
  it.each([
    ['both empty', '', nothingSaved, nothingSaved, 'same'],
    ['begun here', '新', nothingSaved, nothingSaved, 'save'],
    ['written on here', '一二', v1, v1, 'save'],
    ['written on elsewhere', '一', v1, v2, 'adopt'],
    ['begun elsewhere', '', nothingSaved, v1, 'adopt'],
    ['sent elsewhere, untouched here', '一', v1, nothingSaved, 'adopt'],
    ['sent elsewhere, written on here', '一二', v1, nothingSaved, 'save'],
    ['sent here', '', v1, v1, 'save'],
    ['the same words by chance', '二', v1, v2, 'same'],
    ['written on in both', '一二', v1, v2, 'choose'],
    ['begun in both', '新', nothingSaved, v2, 'choose'],
    ['emptied here, written on elsewhere', '', v1, v2, 'choose'],
  ] as const)('%s', (_, text, base, server, expected) => {
    expect(standing(text, base, server)).toBe(expected);
  });
});
