import type { OrderLine } from '../../../core/commerce/order-api.ts';

export const lineName = ({ title, spec, skuCode }: Pick<OrderLine, 'title' | 'spec' | 'skuCode'>): string =>
  [title ?? skuCode, spec].filter(Boolean).join(' ');
