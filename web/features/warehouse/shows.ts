export const warehouseShows = ['book', 'expected', 'arrived', 'strays', 'send', 'sent'] as const;
export type WarehouseShow = (typeof warehouseShows)[number];
