export const warehouseShows = ['book', 'expected', 'arrived', 'send', 'sent'] as const;
export type WarehouseShow = (typeof warehouseShows)[number];
