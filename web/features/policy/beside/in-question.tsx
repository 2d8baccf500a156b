import type { InQuestion as Found } from '../../../../core/commerce/in-question/order-in-question.ts';
import { usePolicyWords } from '../words.ts';

/** Why this order is taken to be the one: the customer's own words. */
export function InQuestion({ clues }: Pick<Found, 'clues'>) {
  const say = usePolicyWords();
  // "睡衣" says nothing beside "分体睡衣".
  const seen = clues.filter(
    ({ said }, at) =>
      !clues.some((other, i) => i !== at && other.said.includes(said) && (other.said !== said || i < at)),
  );
  return (
    <span className="in-question" data-testid="in-question">
      {say('inQuestion.title')}
      {seen
        .slice(0, 4)
        .map(({ kind, said }) =>
          kind === 'only' ? (
            <span key={kind}>{say('inQuestion.only')}</span>
          ) : (
            <q key={said}>{kind === 'number' ? say('inQuestion.number') : said}</q>
          ),
        )}
    </span>
  );
}
