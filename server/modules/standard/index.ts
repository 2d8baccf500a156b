/** The standard's door: a shop's settings by version, and what it judges by now. */
export { standardRoutes } from './routes.ts';
export { requireSound } from './save.ts';
export { settingsSchema } from './settings-schema.ts';
export type { Standards } from './standards.ts';
export { openStandards } from './standards.ts';
export type { NewVersion, StandardVersion } from './versions.ts';
export { addVersion, readVersion } from './versions.ts';
