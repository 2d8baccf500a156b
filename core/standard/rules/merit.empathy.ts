import { lastOfCustomer } from '../answer.ts';
import { found, meritRule } from '../merits/merit.ts';

/** Feels with a customer who is troubled; to a calm question it is a phrase. */
export const empathy = meritRule({
  id: 'merit.empathy',
  says: {
    zh: { title: '共情', reason: '顾客心里不舒服的时候，先站到他那边说一句。' },
    en: { title: 'Empathy', reason: 'Puts themselves in the place of a customer who is troubled.' },
  },
  earned(message, scene) {
    const heard = lastOfCustomer(message.turn, scene);
    if (heard < 0 || (scene.customer(heard).mood === 'calm' && !scene.customer(heard).harm)) return null;
    return found(message, feelsWith);
  },
});

const feelsWith =
  /(?:换成?[作做]?|要是)(?:是)?我|(?:特别|非常|很|完全|十分|太|能|都|我|真的)(?:能)?(?:理解|体谅|体会|明白|懂)[您你]?(?:的)?(?:心情|感受|着急|难处|失望|,|。|$|为|这|现|有多)?|(?:理解|明白|知道|懂)[您你](?:的)?(?:心情|感受|着急|难受|失望|委屈|心里|肯定|现在|有多|很|一定)|感同身受|心疼|(?:搁|放)谁(?:身上)?|(?:确实|肯定|难免|当然|是)(?:会|让人|挺|很|够|太)?(?:着急|生气|难受|失望|糟心|闹心|委屈|扫兴|窝火|恼火|上火|不舒服|心急|寒心)|让[您你](?:受委屈|担心|着急|费心|操心|失望|难受|心急)|\b(?:i (?:can |completely |totally |fully |really |do |truly )*(?:understand|imagine|see|get|appreciate) (?:how|why|that|your|what|it)|in your (?:place|shoes|position)|i(?:'d| would) (?:be|feel) (?:just as |as |so |really |very |also |pretty )*(?:upset|angry|annoyed|frustrated|worried|disappointed|cross|mad|fed up)|how (?:frustrating|upsetting|annoying|disappointing|stressful|worrying)|(?:must|can) (?:be|have been|feel) (?:so |very |really |quite )?(?:frustrat|upset|annoy|disappoint|stress|worr|hard|tiring)\w*|you(?:'re| are) (?:right|entitled) to (?:be|feel))/;
