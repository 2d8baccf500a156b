/** The desk’s API: the customer’s end and its settings. */
import type { CustomerView } from '../conversations/customer-view.ts';
import type { Topic } from '../team/routing.ts';
import type { WidgetSettings } from '../team/shop-settings.ts';
import type { Cursor } from '../wire.ts';

/** POST /widget/v1/sessions { shop, visitorToken?, identityToken?, lang? } */
export interface WidgetSession {
  /** Given once and kept by the browser; null where the one sent still holds. */
  visitorToken: string | null;
  customerName: string | null;
  view: CustomerView;
  hasOlder: boolean;
  /** Orders are known that they may show. */
  hasOrders: boolean;
  cursor: Cursor;
  shop: { name: string; greeting: WidgetSettings['greeting']; topics: Topic[] };
}

/** GET /widget/v1/looks/:shop → PublicLook, before anybody opens it. */

/** POST /widget/v1/ratings { episode, stars, word? } → OwnRating · GET /widget/v1/transcript?lang= → plain text */

/** GET /widget-settings · PUT /widget-settings { ...settings, revision } → WidgetSettingsAnswer */
export interface WidgetSettingsAnswer {
  shop: { slug: string; name: string };
  settings: Required<WidgetSettings>;
  /** Of the settings: a save is refused where they are others by then. */
  revision: string;
  keys: WidgetKey[];
}
export interface WidgetKey {
  keyId: string;
  createdAt: number;
  /** null: with the shop's set-up. */
  createdBy: string | null;
  revokedAt: number | null;
  revokedBy: string | null;
}
/** POST /widget-keys { keyId } → 201: the secret, shown this once · DELETE /widget-keys/:keyId */
export interface NewWidgetKey {
  keyId: string;
  secret: string;
}
