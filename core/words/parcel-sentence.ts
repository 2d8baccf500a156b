/** What a customer is asked when the parcel that came back is not what was to come back: ready to send, kind, no blame. */
import type { ParcelComparison, SkuCount } from '../commerce/operations/compare-parcel.ts';

export interface ParcelWords {
  trackingNo: string;
  comparison: ParcelComparison;
  /** What a SKU is called to a customer. */
  nameOf(skuCode: string): string;
}

/** null: it matches, and nobody has to be asked. */
export function parcelSentence({
  trackingNo,
  comparison,
  nameOf,
}: ParcelWords): { zh: string; en: string } | null {
  if (comparison.matches) return null;
  const { wrong, extra, missing } = comparison;
  const tail = trackingNo.slice(-4);
  const zh = (counts: SkuCount[]) =>
    counts.map(({ skuCode, quantity }) => `${nameOf(skuCode)} ${quantity} 件`).join('、');
  const en = (counts: SkuCount[]) =>
    counts.map(({ skuCode, quantity }) => `${quantity} × ${nameOf(skuCode)}`).join(', ');
  const surplus = [...wrong, ...extra];
  const found = [
    surplus.length > 0 && {
      zh: `里面有${zh(surplus)}，和这个订单对不上`,
      en: `it holds ${en(surplus)}, which does not fit this order`,
    },
    missing.length > 0 && {
      zh: `还没有看到${zh(missing)}`,
      en: `we have not found ${en(missing)} in it yet`,
    },
  ].filter((part) => part !== false);
  return {
    zh: `您好，您寄回的包裹（运单尾号 ${tail}）我们已经收到，谢谢您。核对时发现${found.map((part) => part.zh).join('，')}。麻烦您帮忙看一下，是另有一个订单，还是分成了两个包裹？请把对应的订单号或运单号发给我，我马上为您核对处理。`,
    en: `Hello, your parcel (tracking number ending ${tail}) has reached us, thank you. On checking it, ${found.map((part) => part.en).join(', and ')}. Could you please have a look: does it belong to another order, or did you send two parcels? Please send me the right order or tracking number, and I will see to it at once.`,
  };
}
