/** How orders are found by what is sealed in them. Phones and order numbers as customers' contacts are, so that one finds the other. */
import { doorOf } from '../../../core/commerce/risk/door.ts';
import type { Vault } from '../../platform/vault.ts';

export const numberIndex = (vault: Vault, shopId: string, number: string): Buffer =>
  vault.blindIndex(shopId, 'order', number);
export const phoneIndex = (vault: Vault, shopId: string, phone: string): Buffer =>
  vault.blindIndex(shopId, 'phone', phone);
export const tailIndex = (vault: Vault, shopId: string, tail: string): Buffer =>
  vault.blindIndex(shopId, 'phone tail', tail);
export const accountIndex = (vault: Vault, shopId: string, account: string): Buffer =>
  vault.blindIndex(shopId, 'account', account);
export const nameIndex = (vault: Vault, shopId: string, name: string): Buffer =>
  vault.blindIndex(shopId, 'name', name.replaceAll(/\s/g, ''));
/** Empty: it names no door; as good as a hash for knowing that it was looked at. */
export function addressIndex(vault: Vault, shopId: string, address: string | null | undefined): Buffer {
  const door = address ? doorOf(address) : null;
  return door === null ? Buffer.alloc(0) : vault.blindIndex(shopId, 'door', door);
}
/** The id that a shop system of its own has for an order: nobody types it, so it is kept apart from the numbers. */
export const externalIndex = (vault: Vault, shopId: string, source: string, id: string): Buffer =>
  vault.blindIndex(shopId, `order of ${source}`, id);
