/** The commerce's door: the shop's goods and orders, and the ways they come in. */
export type { Commerce } from './context.ts';
export { forgetBuyers } from './forget-buyer.ts';
export { importRoutes, importUploadRoutes } from './import-routes.ts';
export type { SourceFile } from './importing/open-table.ts';
export { NoTable, openTable } from './importing/open-table.ts';
export { importTable } from './importing/import-table.ts';
export { keepMapping, mappingFor } from './importing/mappings.ts';
export type { ImportRunner } from './importing/run-imports.ts';
export { runImports } from './importing/run-imports.ts';
export { lookUp } from './look-up.ts';
export { orderRoutes } from './order-routes.ts';
export { hasOrders, ordersOfCustomer } from './orders-of-customer.ts';
export { readProducts } from './read-products.ts';
