/** What the page shows before anybody opens the widget: no secret, and no visitor's token needed. */
import type { PublicLook } from '../../../core/team/widget-look.ts';
import { coloursOf, ownLook } from '../../../core/team/widget-look.ts';
import { refuse } from '../../../core/refusal.ts';
import type { Shops } from '../team/index.ts';

export async function readLook(shops: Shops, slug: string): Promise<PublicLook> {
  const shop = await shops.bySlug(slug);
  if (!shop) refuse({ code: 'not-found', what: 'shop' });
  const { colour, side } = shop.settings.widget.look ?? ownLook;
  return { ...coloursOf(colour), side };
}
