import { found, meritRule } from '../merits/merit.ts';

/** Thanks for something: patience, a remark, trust. A bare "thank you" is manners. */
export const thanks = meritRule({
  id: 'merit.thanks',
  says: {
    zh: { title: '真诚致谢', reason: '感谢说得具体：谢的是顾客的耐心、提醒或信任。' },
    en: {
      title: 'Real thanks',
      reason: 'Thanks the customer for something of theirs: patience, a hint, trust.',
    },
  },
  earned: (message) => found(message, thanking),
});

const thanking =
  /(?:感谢|谢谢|多谢)(?:[您你]|咱|亲|大家)?(?:的|能|这么|一直以来|一直|对我们|愿意|耐心|及时|特意|专门|告诉|帮|给)*(?:理解|耐心|等待|等候|反馈|建议|意见|提醒|支持|信任|配合|监督|体谅|包容|宽容|认可|喜欢|指正|指出|告知|肯定|照顾|惦记)|\b(?:thank you|thanks|grateful|appreciate)\b.{0,24}\b(?:patien(?:ce|t)|understanding|feedback|suggestion|trust|support|loyalty|pointing|telling|letting (?:me|us)|bringing|waiting|holding|kind)/;
