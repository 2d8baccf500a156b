import type { OrderState } from '../../core/commerce/order-state.ts';
import type { WidgetLang } from '../lang.ts';

const zh = {
  product: '商品',
  order: (number: string) => `订单 ${number}`,
  sizes: (sizes: string) => `有货：${sizes}`,
  soldOut: '暂时无货',
  more: (count: number) => `还有 ${count} 种商品`,
  paid: (amount: string) => `实付 ${amount}`,
  delivered: (time: string) => `${time} 签收`,
  state: {
    unpaid: '待付款',
    paid: '待发货',
    dispatched: '已发货',
    received: '已收货',
    returning: '售后中',
    closed: '已关闭',
  } satisfies Record<OrderState, string> as Record<OrderState, string>,
};

export const cardWords: Record<WidgetLang, typeof zh> = {
  'zh-CN': zh,
  'zh-TW': {
    product: '商品',
    order: (number) => `訂單 ${number}`,
    sizes: (sizes) => `有貨：${sizes}`,
    soldOut: '暫時無貨',
    more: (count) => `還有 ${count} 種商品`,
    paid: (amount) => `實付 ${amount}`,
    delivered: (time) => `${time} 簽收`,
    state: {
      unpaid: '待付款',
      paid: '待出貨',
      dispatched: '已出貨',
      received: '已收貨',
      returning: '售後處理中',
      closed: '已關閉',
    },
  },
  en: {
    product: 'Product',
    order: (number) => `Order ${number}`,
    sizes: (sizes) => `In stock: ${sizes}`,
    soldOut: 'Out of stock for now',
    more: (count) => `${count} more products`,
    paid: (amount) => `Paid ${amount}`,
    delivered: (time) => `Delivered ${time}`,
    state: {
      unpaid: 'Unpaid',
      paid: 'Being packed',
      dispatched: 'On its way',
      received: 'Received',
      returning: 'After-sale',
      closed: 'Closed',
    },
  },
};
