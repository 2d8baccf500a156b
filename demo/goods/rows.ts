/** Orders, parcels and changes as the rows of an import: the demo comes in by the road that a shop's own files take. */
import type { Row } from '../../core/commerce/reading/read-row.ts';
import { promoted, skuOf, yuan } from './catalogue.ts';
import { day, hour } from './half-year.ts';
import type { Order } from './orders.ts';
import { insteadOf, packedIn, paidFor } from './orders.ts';
import type { Chance } from './seeded.ts';

const time = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

export function orderRows({ number, buyer, lines, freight, trouble, ...times }: Order): Row[] {
  const paid = lines.reduce((sum, line) => sum + paidFor(line), freight);
  const refunded = lines.reduce((sum, line) => sum + line.refunded, 0);
  return lines.map((line, i) => ({
    number,
    account: buyer.account,
    receiver: buyer.receiver,
    phone: buyer.phone,
    address: buyer.address,
    state: stateOf({ ...times, trouble }),
    total: yuan(lines.reduce((sum, { sku, quantity }) => sum + sku.fen * quantity, freight)),
    paid: times.paidAt === null ? '0.00' : yuan(paid),
    freight: yuan(freight),
    refunded: yuan(refunded),
    placedAt: time(times.placedAt),
    paidAt: time(times.paidAt),
    dispatchedAt: time(times.dispatchedAt),
    receivedAt: time(times.deliveredAt),
    closedAt: trouble === 'unpaid' ? time(times.placedAt + day) : '',
    promisedAt: times.paidAt === null ? '' : time(times.paidAt + 6 * day),
    lineId: `${number}-${i + 1}`,
    title: line.sku.title,
    productCode: line.sku.productCode,
    skuCode: line.sku.code,
    spec: `尺码 ${line.sku.size}`,
    quantity: String(line.quantity),
    price: yuan(line.sku.fen),
    linePaid: yuan(paidFor(line)),
    lineRefunded: yuan(line.refunded),
  }));
}

function stateOf({
  trouble,
  paidAt,
  dispatchedAt,
  deliveredAt,
}: Pick<Order, 'trouble' | 'paidAt' | 'dispatchedAt' | 'deliveredAt'>): string {
  if (trouble === 'unpaid') return '已关闭';
  if (trouble === 'returned') return '退货退款';
  if (deliveredAt !== null) return '已签收';
  if (dispatchedAt !== null) return '已发货';
  return paidAt === null ? '待付款' : '待发货';
}

export function parcelRows(chance: Chance, order: Order, now: number): Row[] {
  const { number, dispatchedAt, deliveredAt, paidAt } = order;
  if (dispatchedAt === null) return [];
  const carrier = chance.oneOf(['中通快递', '圆通速递', '韵达速递', '顺丰速运']);
  const parcel = {
    number,
    trackingNo: `${carriers[carrier]}${chance.between(10_000_000, 99_999_999)}${chance.between(1000, 9999)}`,
    carrier,
    dispatchedAt: time(dispatchedAt),
    promisedAt: time(paidAt! + 6 * day),
    deliveredAt: time(deliveredAt),
  };
  const items = packedIn(order).map(({ sku, quantity }) => ({
    ...parcel,
    skuCode: sku.code,
    batch: sku.batch,
    quantity: String(quantity),
  }));
  const scans = scansOf(order, now).map(([at, scanState, scanPlace, scanSaid]) => ({
    ...parcel,
    scanAt: time(at),
    scanState,
    scanPlace,
    scanSaid,
  }));
  return [...items, ...scans];
}

const carriers: Record<string, string> = { 中通快递: 'ZT', 圆通速递: 'YT', 韵达速递: 'YD', 顺丰速运: 'SF' };

type Scan = [at: number, state: string, place: string, said: string];

function scansOf({ dispatchedAt, transit, buyer, trouble }: Order, now: number): Scan[] {
  const at = (part: number) => dispatchedAt! + part * transit * day;
  const way: Scan[] = [
    [at(0), '已揽收', '嘉兴云朵仓', '快递员已取件'],
    [at(0) + 5 * hour, '运输中', '嘉兴转运中心', '已发往下一站'],
    [at(0.55), '运输中', buyer.hub, '已到达，等待分拣'],
    [at(0.9), '派送中', `${buyer.hub.replace('转运中心', '')}营业部`, '快递员正在派送，请保持电话畅通'],
    [at(1), '已签收', `${buyer.hub.replace('转运中心', '')}营业部`, '包裹已签收，感谢使用'],
  ];
  const seen = trouble === 'stalled' ? way.slice(0, 2) : way;
  return seen.filter(([scanned]) => scanned < now);
}

/** Sold twice, or not there after all: what the shop changed before it left. */
export function changeRows(order: Order): Row[] {
  const change = changes[order.trouble ?? ''];
  if (!change || order.paidAt === null) return [];
  const [first] = order.lines;
  return [
    {
      number: order.number,
      change,
      skuCode: first!.sku.code,
      changedAt: time(order.paidAt + 2 * hour),
      toSkuCode: order.trouble === 'swapped' ? insteadOf(first!.sku).code : '',
      agreedAt: order.trouble === 'swapped' ? time(order.paidAt + 3 * hour) : '',
    },
  ];
}

const changes: Record<string, string> = {
  oversold: '超卖删单',
  swapped: '超卖改单',
  'out-of-stock': '缺货删单',
};

/** An autumn sale: cheaper for a week, and the difference paid to whoever bought in the two weeks before. */
export function promotionRows(now: number): Row[] {
  return [...promoted].map((skuCode) => ({
    promotionCode: 'QIU-1',
    name: '入冬暖身周',
    skuCode,
    price: yuan(Math.round((skuOf(skuCode).fen * 0.8) / 100) * 100),
    startsAt: time(now - 3 * day),
    endsAt: time(now + 4 * day),
    guaranteedUntil: time(now + 11 * day),
  }));
}
