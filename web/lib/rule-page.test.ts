import { describe, expect, it } from 'vitest';
import { rulePageBlocks } from './rule-page.ts';

const page = `# attitude.example

\`send · warn\`

## 中文

用\`*\`代表几个字。

### 会提示
- 一
- 二

## English

Words <b>as they are</b>.
`;

describe('a rule’s page', () => {
  it('is shown in one language, as headings, paragraphs and lists', () => {
    const plain = (text: string) => [{ text, code: false }];
    expect(rulePageBlocks(page, 'zh')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: '用', code: false },
          { text: '*', code: true },
          { text: '代表几个字。', code: false },
        ],
      },
      { kind: 'heading', spans: plain('会提示') },
      { kind: 'list', items: [plain('一'), plain('二')] },
    ]);
    expect(rulePageBlocks(page, 'en')).toEqual([
      { kind: 'paragraph', spans: plain('Words <b>as they are</b>.') },
    ]);
  });

  it('without parts is shown whole', () => {
    expect(rulePageBlocks('Only this.', 'zh')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'Only this.', code: false }] },
    ]);
  });
});
