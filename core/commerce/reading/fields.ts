/** What can be brought in, and which fields each kind has: the columns of our own template, and what others are mapped to. */

export const importKinds = [
  'orders',
  'products',
  'stock',
  'shipments',
  'refunds',
  'changes',
  'promotions',
] as const;
export type ImportKind = (typeof importKinds)[number];

export type FieldType = 'id' | 'text' | 'money' | 'count' | 'time' | 'phone';

export interface Field {
  type: FieldType;
  /** The column's name in our own template. */
  zh: string;
  en: string;
  required?: true;
  longest?: number;
}

const id = (zh: string, en: string): Field => ({ type: 'id', zh, en });
const text = (zh: string, en: string, longest = 200): Field => ({ type: 'text', zh, en, longest });
const money = (zh: string, en: string): Field => ({ type: 'money', zh, en });
const count = (zh: string, en: string): Field => ({ type: 'count', zh, en });
const time = (zh: string, en: string): Field => ({ type: 'time', zh, en });
const required = (field: Field): Field => ({ ...field, required: true });

export const fields = {
  orders: {
    number: required(id('订单编号', 'Order number')),
    account: text('买家账号', 'Buyer account'),
    receiver: text('收货人', 'Receiver'),
    phone: { type: 'phone', zh: '手机号', en: 'Phone' },
    address: text('收货地址', 'Address', 500),
    state: text('订单状态', 'Order state', 60),
    total: money('总金额', 'Total'),
    paid: money('实付金额', 'Paid'),
    freight: money('运费', 'Freight'),
    refunded: money('退款金额', 'Refunded'),
    currency: text('币种', 'Currency', 3),
    placedAt: time('下单时间', 'Placed at'),
    paidAt: time('付款时间', 'Paid at'),
    dispatchedAt: time('发货时间', 'Dispatched at'),
    receivedAt: time('收货时间', 'Received at'),
    closedAt: time('关闭时间', 'Closed at'),
    promisedAt: time('承诺送达时间', 'Promised by'),
    buyerNote: text('买家留言', 'Buyer note', 2000),
    sellerNote: text('商家备注', 'Shop note', 2000),
    lineId: id('子订单编号', 'Line id'),
    title: text('商品名称', 'Product name', 500),
    productCode: id('商品编码', 'Product code'),
    skuCode: id('SKU 编码', 'SKU code'),
    spec: text('规格', 'Variant', 500),
    quantity: count('数量', 'Quantity'),
    price: money('单价', 'Unit price'),
    linePaid: money('子订单实付', 'Line paid'),
    lineRefunded: money('子订单退款', 'Line refunded'),
    carrier: text('快递公司', 'Carrier', 60),
    trackingNo: id('快递单号', 'Tracking number'),
    externalId: id('平台内部编号', 'Platform id'),
    updatedAt: time('更新时间', 'Updated at'),
  },
  products: {
    productCode: required(id('商品编码', 'Product code')),
    name: required(text('商品名称', 'Product name', 500)),
    skuCode: id('SKU 编码', 'SKU code'),
    spec: text('规格', 'Variant', 500),
    size: text('尺码', 'Size', 40),
    price: money('售价', 'Price'),
    currency: text('币种', 'Currency', 3),
    safetyClass: text('安全类别', 'Safety class', 60),
    material: text('材质', 'Material', 300),
    care: text('洗护说明', 'Care', 1000),
    sizeTable: text('尺码表', 'Size table', 4000),
    guaranteeDays: count('保修天数', 'Guarantee days'),
    excluded: text('不支持七天无理由', 'Return exclusion', 60),
    description: text('商品说明', 'Description', 4000),
    state: text('上架状态', 'Listing state', 40),
    updatedAt: time('更新时间', 'Updated at'),
  },
  stock: {
    skuCode: required(id('SKU 编码', 'SKU code')),
    warehouse: required(text('仓库', 'Warehouse', 60)),
    quantity: required(count('库存', 'In stock')),
    batch: id('批次', 'Batch'),
    countedAt: time('盘点时间', 'Counted at'),
  },
  shipments: {
    number: required(id('订单编号', 'Order number')),
    trackingNo: required(id('快递单号', 'Tracking number')),
    carrier: text('快递公司', 'Carrier', 60),
    dispatchedAt: time('发货时间', 'Dispatched at'),
    promisedAt: time('承诺送达时间', 'Promised by'),
    deliveredAt: time('签收时间', 'Delivered at'),
    skuCode: id('SKU 编码', 'SKU code'),
    batch: id('批次', 'Batch'),
    quantity: count('数量', 'Quantity'),
    scanAt: time('扫描时间', 'Scanned at'),
    scanState: text('扫描状态', 'Scan state', 60),
    scanPlace: text('扫描地点', 'Scan place', 200),
    scanSaid: text('物流说明', 'Scan note', 500),
  },
  refunds: {
    number: required(id('订单编号', 'Order number')),
    refundId: required(id('退款编号', 'Refund id')),
    amount: required(money('退款金额', 'Refunded')),
    currency: text('币种', 'Currency', 3),
    refundedAt: time('退款时间', 'Refunded at'),
  },
  changes: {
    number: required(id('订单编号', 'Order number')),
    change: required(text('变更类型', 'Change', 40)),
    skuCode: required(id('SKU 编码', 'SKU code')),
    changedAt: required(time('变更时间', 'Changed at')),
    toSkuCode: id('改成 SKU', 'Changed to SKU'),
    agreedAt: time('顾客同意时间', 'Customer agreed at'),
  },
  promotions: {
    promotionCode: required(id('活动编号', 'Promotion code')),
    name: required(text('活动名称', 'Promotion', 200)),
    skuCode: required(id('SKU 编码', 'SKU code')),
    price: required(money('活动价', 'Promotion price')),
    currency: text('币种', 'Currency', 3),
    startsAt: required(time('开始时间', 'Starts at')),
    endsAt: required(time('结束时间', 'Ends at')),
    guaranteedUntil: time('保价截止', 'Price guaranteed until'),
  },
} as const satisfies Record<ImportKind, Record<string, Field>>;

type Fields = typeof fields;
export type FieldName<Kind extends ImportKind = ImportKind> = Kind extends ImportKind
  ? keyof Fields[Kind] & string
  : never;

/** Which column a field is read from. */
export type Mapping = Record<string, string>;

export const fieldsOf = (kind: ImportKind): Record<string, Field> => fields[kind];
export const requiredOf = (kind: ImportKind): string[] =>
  Object.entries(fieldsOf(kind)).flatMap(([name, field]) => (field.required ? [name] : []));
export const longestOf = (field: Field): number => field.longest ?? 100;
