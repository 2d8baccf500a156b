/** Why a wish can't be met, as an agent may tell the customer: sorry, the ground, and what is still possible. */
import type { Clause, Why } from '../commerce/policy/why.ts';
import type { Lang } from '../standard/facts.ts';
import { customerDay } from './customer-words.ts';

/** null: of this clause nothing is said to the customer yet; the agent asks or looks first. */
export function refusalSentence(whys: readonly Why[], lang: Lang, zone: string): string | null {
  for (const { clause, values } of whys) {
    const words = sentences[clause]?.[lang];
    if (words)
      return words.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        if (typeof value === 'object') {
          if ('at' in value) return customerDay(value.at, zone, lang);
          if ('endOfDay' in value) return customerDay(value.endOfDay - 1, zone, lang);
        }
        return String(value ?? '');
      });
  }
  return null;
}

const sentences: Partial<Record<Clause, Record<Lang, string>>> = {
  'too-late': {
    zh: '很抱歉，这件是 {received} 签收的，退换的期限到 {lateUntil} 已经结束了。要是商品本身有问题，请拍照发我看看，我再帮您想办法。',
    en: 'I am sorry: it arrived on {received}, and the time for returns ended on {lateUntil}. If something is wrong with the item itself, send me a picture and I will see what we can do.',
  },
  excluded: {
    zh: '很抱歉，“{title}”属于不适用七天无理由退货的商品。要是有质量问题，请拍照发我，仍然可以为您处理。',
    en: 'I am sorry: for “{title}” the seven days without a reason do not hold. If there is a defect, send me a picture and we will put it right.',
  },
  'no-tags': {
    zh: '很抱歉，吊牌已经拆掉的商品没有办法按无理由退换。要是穿着有不合适或者质量上的问题，请告诉我，我帮您看看别的办法。',
    en: 'I am sorry: with its tags off it does not go back without a reason. If something about it is not right, tell me and I will look for another way.',
  },
  'not-whole': {
    zh: '很抱歉，用过之后影响再次销售的商品没有办法按无理由退换。要是有质量问题，请拍照发我，我帮您处理。',
    en: 'I am sorry: once it has been used it does not go back without a reason. If there is a defect, send me a picture and I will take care of it.',
  },
  'no-stock': {
    zh: '很抱歉，您要的这一款目前没有货，暂时换不了。',
    en: 'I am sorry: the one you would like is out of stock just now, so an exchange is not possible at the moment.',
  },
  'size-under-way': {
    zh: '很抱歉，“{title}”已经发出，尺码在路上改不了；您收到后不合适，可以再联系我换货。',
    en: 'I am sorry: “{title}” has left already, so its size can no longer be changed; if it does not fit, write to me after it has come and we will exchange it.',
  },
  arrived: {
    zh: '很抱歉，包裹显示已经签收，地址改不了了。要是没有收到，请告诉我，我帮您查。',
    en: 'I am sorry: the parcel is shown as delivered, so its address can no longer be changed. If you have not got it, tell me and I will look into it.',
  },
  'close-dispatched': {
    zh: '很抱歉，订单已经发货，没有办法直接取消；您可以拒收，或者收到后申请退货。',
    en: 'I am sorry: the order has left, so it can no longer be cancelled; you may refuse the parcel, or return it after it has come.',
  },
  'nothing-paid': {
    zh: '这笔订单还没有付款，没有产生费用；如果不需要了，可以为您关闭。',
    en: 'This order has not been paid, so nothing was charged; if you no longer want it, it can be closed.',
  },
  'cost-nothing': {
    zh: '这一件没有收过您的钱，所以没有款项可以退。',
    en: 'You were not charged for this one, so there is no money to go back.',
  },
  'all-refunded': {
    zh: '这件商品的款项已经全部退还给您了，到账时间以支付渠道为准。',
    en: 'What you paid for this item has all gone back to you; when it arrives depends on the way of payment.',
  },
  'difference-once': {
    zh: '这件商品的差价之前已经补过一次了，很抱歉，同一件只能补一次。',
    en: 'The difference for this item was paid before; I am sorry, it can be paid once only.',
  },
  'difference-too-late': {
    zh: '很抱歉，这笔订单的价格保护已经到期，没有办法补差价了。之后有活动，我可以提前告诉您。',
    en: 'I am sorry: the price of this order is no longer protected, so the difference cannot be paid. I would be glad to tell you of the next offer in time.',
  },
  'not-cheaper': {
    zh: '帮您核对过了，您买的价格并不比现在高，没有差价需要补。',
    en: 'I have checked it for you: what you paid is not above the present price, so there is no difference to pay.',
  },
  'no-lower-price': {
    zh: '目前没有查到同款同规格更低的价格，方便发一下您看到的页面吗？我再帮您核对。',
    en: 'I cannot find a lower price of the same item just now. Could you send me the page you saw? I will check it again.',
  },
  'nothing-missing': {
    zh: '我查了出库记录，显示已经如数发出。方便请您再看看包裹的夹层和包装袋吗？我同时核对打包记录。',
    en: 'The packing list shows that all of it left. Could you look once more in the folds and bags of the parcel? I will check the packing record meanwhile.',
  },
  'arrived-in-time': {
    zh: '查到包裹在约定的时间内已经签收了。要是实际情况不一样，请告诉我，我帮您核实。',
    en: 'The parcel is shown as delivered within the promised time. If that is not so, tell me and I will look into it.',
  },
  'on-its-way': {
    zh: '帮您查了，包裹 {since} 还有物流更新，正在路上，请您再等一等。',
    en: 'I have looked: the parcel moved on {since} and is on its way, so please wait a little longer.',
  },
  'not-late-yet': {
    zh: '帮您查了，目前还在正常的时间内，请您再等一等。',
    en: 'I have looked: it is still within the usual time, so please wait a little longer.',
  },
};
