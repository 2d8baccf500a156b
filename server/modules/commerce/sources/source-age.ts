/** How old what is known of a source's orders may be: whoever acts on them asks first. */
import type { SourceAge } from '../../../../core/commerce/source-age.ts';
import { ageOf as age } from '../../../../core/commerce/source-age.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import { standingOf } from './source-rows.ts';

/** `source`: as its orders carry it. */
export async function ageOf(tx: Tx, shopId: string, source: string, now: number): Promise<SourceAge> {
  return age(await standingOf(tx, shopId, source), now);
}
