import { lastOfCustomer } from '../answer.ts';
import { found, meritRule } from '../merits/merit.ts';
import { isDissatisfied } from '../mood.ts';

/** A fitting recommendation that nobody asked for, with its reason; never to somebody who is unhappy. */
export const recommend = meritRule({
  id: 'merit.recommend',
  says: {
    zh: { title: '贴心推荐', reason: '顾客没问，客服主动推荐了合适的搭配，并说出理由。' },
    en: {
      title: 'A fitting recommendation',
      reason: 'Recommends something that fits, unasked, and says why.',
    },
  },
  earned(message, scene) {
    const heard = lastOfCustomer(message.turn, scene);
    if (heard < 0) return null;
    const { mood, complains, harm } = scene.customer(heard);
    if (isDissatisfied(mood) || complains || harm || asksForOne.test(scene.view(heard).text)) return null;
    return because.test(message.view.unquoted) ? found(message, recommends) : null;
  },
});

const asksForOne =
  /推荐|建议|哪(?:款|个|种|件)|有(?:没有)?什么|选(?:什么|哪)|搭(?:什么|配)|\b(?:recommend|suggest|which|what (?:should|would|goes)|any advice)\b/;
const recommends =
  /(?:推荐|建议)(?:[您你])?(?:可以)?(?:搭|配|再|一起|顺便|试|看|选|带|加|拿|备|换|用)[^,。!?]{1,24}|(?:可以|不妨|要不)(?:[您你])?(?:再|顺便|一起|也)?(?:搭配?|配(?:上|一)|带(?:上|一)|看看|试试|加(?:上|一))[^,。!?]{1,24}|\b(?:(?:i'd|i would|may i|might i) (?:also )?(?:suggest|recommend)|you (?:might|may) (?:also )?(?:like|want|enjoy)|goes (?:well|nicely) with|pairs? (?:well|nicely) with|worth adding)\b/;
const because =
  /因为|适合|合适|搭|配|正好|刚好|更|省|划算|凑|满\d|同(?:款|色|系列)|\b(?:because|since|as it|fits?|suits?|matches|goes|pairs?|saves?|so (?:that|you)|same (?:series|colou?r))\b/;
