/**
 * What the platforms call the columns of their exports. Where a field has several names, the first that a file has is taken.
 * A title without its SKU is left alone where one row is a whole order: its lines stand in the platform's second file.
 */
import type { FieldName, ImportKind } from './fields.ts';
import { fieldsOf, importKinds } from './fields.ts';

export const sources = [
  'yinuo',
  'taobao',
  'jd',
  'pinduoduo',
  'douyin',
  'shopify',
  'woocommerce',
  'other',
] as const;
export type Source = (typeof sources)[number];

type Names<Kind extends ImportKind> = Partial<Record<FieldName<Kind>, readonly string[]>>;
interface Layout {
  source: Source;
  kind: ImportKind;
  names: Partial<Record<string, readonly string[]>>;
}

const layout = <Kind extends ImportKind>(source: Source, kind: Kind, names: Names<Kind>): Layout => ({
  source,
  kind,
  names,
});

export const layouts: readonly Layout[] = [
  ...importKinds.map((kind) => ({
    source: 'yinuo' as const,
    kind,
    names: Object.fromEntries(
      Object.entries(fieldsOf(kind)).map(([name, { zh, en }]) => [name, [zh, en, name]]),
    ),
  })),
  layout('taobao', 'orders', {
    number: ['订单编号'],
    account: ['买家会员名'],
    receiver: ['收货人姓名'],
    phone: ['联系手机', '联系电话'],
    address: ['修改后的收货地址', '收货地址'],
    state: ['订单状态'],
    total: ['总金额'],
    paid: ['买家实际支付金额'],
    freight: ['买家应付邮费'],
    refunded: ['退款金额'],
    placedAt: ['订单创建时间'],
    paidAt: ['订单付款时间'],
    buyerNote: ['买家留言'],
    sellerNote: ['订单备注'],
    carrier: ['物流公司'],
    trackingNo: ['物流单号'],
  }),
  layout('taobao', 'orders', {
    number: ['订单编号'],
    title: ['标题'],
    price: ['价格'],
    quantity: ['购买数量'],
    skuCode: ['外部系统编号', '商家编码'],
    spec: ['商品属性', '规格名称'],
    state: ['订单状态'],
    productCode: ['商家编码'],
  }),
  layout('jd', 'orders', {
    number: ['订单号'],
    account: ['下单帐号', '下单账号'],
    receiver: ['客户姓名'],
    phone: ['联系电话'],
    address: ['客户地址'],
    state: ['订单状态'],
    total: ['订单金额'],
    paid: ['应付金额'],
    freight: ['运费金额'],
    placedAt: ['下单时间'],
    paidAt: ['付款确认时间'],
    receivedAt: ['订单完成时间'],
    buyerNote: ['订单备注'],
    sellerNote: ['商家备注'],
    title: ['商品名称'],
    skuCode: ['商品ID'],
    productCode: ['货号'],
    quantity: ['订购数量'],
    price: ['京东价'],
  }),
  layout('pinduoduo', 'orders', {
    number: ['订单号'],
    state: ['订单状态'],
    total: ['商品总价(元)'],
    paid: ['用户实付金额(元)'],
    freight: ['邮费(元)'],
    placedAt: ['订单成交时间'],
    dispatchedAt: ['发货时间'],
    receivedAt: ['确认收货时间'],
    sellerNote: ['商家备注'],
    title: ['商品'],
    productCode: ['商家编码-商品维度', '商品id'],
    skuCode: ['商家编码-规格维度', '样式ID'],
    spec: ['商品规格'],
    quantity: ['商品数量(件)'],
    carrier: ['快递公司'],
    trackingNo: ['快递单号'],
  }),
  layout('douyin', 'orders', {
    number: ['主订单编号'],
    lineId: ['子订单编号'],
    receiver: ['收件人'],
    phone: ['收件人手机号'],
    address: ['详细地址'],
    state: ['订单状态'],
    freight: ['运费'],
    placedAt: ['订单提交时间'],
    dispatchedAt: ['发货时间'],
    receivedAt: ['订单完成时间'],
    sellerNote: ['商家备注'],
    title: ['选购商品'],
    skuCode: ['商家编码'],
    spec: ['商品规格'],
    quantity: ['商品数量'],
    linePaid: ['订单应付金额'],
  }),
  layout('shopify', 'orders', {
    number: ['Name'],
    externalId: ['Id'],
    account: ['Email'],
    receiver: ['Shipping Name', 'Billing Name'],
    phone: ['Shipping Phone', 'Phone', 'Billing Phone'],
    address: ['Shipping Street', 'Shipping Address1'],
    state: ['Fulfillment Status', 'Financial Status'],
    total: ['Total'],
    freight: ['Shipping'],
    refunded: ['Refunded Amount'],
    currency: ['Currency'],
    placedAt: ['Created at'],
    paidAt: ['Paid at'],
    dispatchedAt: ['Fulfilled at'],
    closedAt: ['Cancelled at'],
    buyerNote: ['Notes'],
    title: ['Lineitem name'],
    skuCode: ['Lineitem sku'],
    quantity: ['Lineitem quantity'],
    price: ['Lineitem price'],
  }),
];
