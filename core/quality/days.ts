/** Days by the shop's wall clock, written `2026-11-11`. */
import type { ShopSettings } from '../team/shop-settings.ts';
import { dateOf, day as dayMs } from '../team/working-hours.ts';

/** The zone of the shop's days. One that is always open keeps China's. */
export const zoneOf = ({ hours }: Pick<ShopSettings, 'hours'>): string =>
  hours === 'always' ? '+08:00' : hours.zone;

export const dayOf = (zone: string, at: number): string =>
  new Date(dateOf(zone, at)).toISOString().slice(0, 10);

/** So many days later; earlier where `count` is negative. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** How many days the figures show unless told. */
export const usualDays = 30;
