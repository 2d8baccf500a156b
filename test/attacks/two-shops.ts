/** A shop with something of everything, and another whose people should get nothing of it. */
import pg from 'pg';
import { vi } from 'vitest';
import type {
  CustomerField,
  CustomerSide,
  HoldAnswer,
  SavedView,
  ScheduledAnswer,
  SessionRow,
  Tag,
  ThreadAnswer,
  UploadAnswer,
} from '../../core/api.ts';
import type { ImportPreview, ImportRun } from '../../core/commerce/import-api.ts';
import type { PromotionsAnswer } from '../../core/commerce/buying-api.ts';
import type { Lookup, OrderView, ProductView } from '../../core/commerce/order-api.ts';
import type { SourceView } from '../../core/commerce/source-api.ts';
import type { DeskClient, Visitor } from '../client.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import type { FakeShopSystems } from '../fake-shop-systems.ts';
import { fakeShopSystems, shopifyHost, shopifyKeys, shopifyOrder } from '../fake-shop-systems.ts';
import type { TestShop } from '../shops.ts';
import { smallPng } from '../files.ts';
import { bring } from '../goods.ts';
import { until } from '../until.ts';
import type { Named } from './sample.ts';

export interface TwoShops {
  desk: Desk;
  shop: TestShop;
  other: TestShop;
  agent: DeskClient;
  visitor: Visitor;
  named: Named;
  /** Everything the database holds of the shop, as one text. */
  everythingOf(shopId: string): Promise<string>;
  stop(): Promise<void>;
}

/** A picture of the customer's, unsent. */
async function attached(visitor: Visitor): Promise<string> {
  const client = visitor.with({ authorization: `Bearer ${visitor.token}` });
  const announced = { name: '红疹.png', size: smallPng.length };
  const { body } = await client.post<UploadAnswer>('/widget/v1/uploads', announced);
  await client.upload(`/widget/v1/uploads/${body.attachmentId}`, smallPng);
  return body.attachmentId;
}

export const secretWords = '宝宝穿了起红疹，我要打12315投诉';
export const secretPhone = '13912345678';
export const blockedWords = '说明书不是写了吗，您自己不会看吗？';

export async function twoShops(): Promise<TwoShops> {
  // The clock stands, so that nothing happens but what a test does.
  const now = Date.now();
  const fake = await fakeShopSystems();
  const desk = await startDesk({ now: () => now, fetch: fake.fetch });
  const shop = await desk.addShop();
  const other = await desk.addShop();
  const identityToken = await shop.sign('member-1', { name: '王女士', phones: [secretPhone] });
  const { visitor, agent, path } = await desk.served(shop, 'agent', { text: secretWords, identityToken });
  const hold = await agent.post<HoldAnswer>(`${path}/holds`, { clientId: 'held-0001', text: blockedWords });
  const { alerts, findings } = await until('the alert', async () => {
    const { body } = await agent.get<ThreadAnswer>(path);
    return body.alerts.length > 0 && body;
  });
  const later = { text: '明天给您回电', sendAt: now + 3_600_000, evenIfWritten: false };
  const scheduled = await agent.post<ScheduledAnswer>(`${path}/scheduled`, {
    clientId: 'later-0001',
    ...later,
  });
  const view = await agent.post<SavedView>('/api/v1/me/views', { name: '我的急件', view: 'all', filter: {} });
  const sessions = await agent.get<SessionRow[]>('/api/v1/me/sessions');
  const administrator = await desk.signIn(shop, 'administrator');
  await administrator.post('/api/v1/widget-keys', { keyId: 'only-here' });
  const invitation = await administrator.post<{ invitationId: string }>('/api/v1/people/invitations', {
    login: 'invited',
    name: '受邀的人',
    workNumber: '999',
    role: 'agent',
    groups: [],
    capacity: 1,
  });
  const { body: tag } = await agent.post<Tag>('/api/v1/tags', { name: '老顾客', colour: 'teal' });
  const field = await administrator.post<CustomerField>('/api/v1/customer-fields', {
    name: '会员等级',
    kind: 'text',
    choices: [],
    personal: false,
  });
  await agent.post(`${path}/customer/tags`, { add: [tag.tagId], remove: [] });
  await agent.post(`${path}/customer/notes`, { text: '对羊毛过敏' });
  const side = await agent.get<CustomerSide>(`${path}/customer`);
  const { orderId, importId } = await broughtIn(administrator);
  const { orderId: toLeave, ...goods } = await goodsOf(desk, shop, administrator);
  const shortage = await agent.post<{ shortageId: string }>(`/api/v1/orders/${toLeave}/shortages`, {
    line: 0,
    units: 1,
  });
  const asked = await agent.post<{ operationId: string }>(`/api/v1/orders/${orderId}/operations`, {
    key: 'asked-0001',
    wish: { kind: 'compensation', line: null, amountFen: 1_00, currency: 'CNY' },
    reason: { code: 'late', words: secretWords },
    conversationId: visitor.conversationId,
  });
  const supervisor = await desk.signIn(shop, 'supervisor');
  const stray = await supervisor.post<{ parcelId: string }>('/api/v1/stray-parcels', {
    key: 'stray-0001',
    trackingNo: 'STRAY-0001',
    carrier: null,
    items: [{ skuCode: 'BODY-90', quantity: 1, condition: 'as-new' }],
    sender: secretWords,
    photos: [],
  });
  if (stray.status !== 201) throw new Error(`no stray parcel was booked in: ${stray.text}`);
  if (asked.status !== 201) throw new Error(`no operation was asked for: ${asked.text}`);
  const owner = new pg.Client({ connectionString: desk.database.ownerUrl });
  await owner.connect();
  await vi.waitFor(() => isFiled(owner), { timeout: 20_000, interval: 20 });
  return {
    desk,
    shop,
    other,
    agent,
    visitor,
    named: {
      id: visitor.conversationId,
      holdId: hold.body.holdId,
      alertId: alerts[0]!.alertId,
      findingId: findings[0]!.findingId,
      scheduledId: scheduled.body.scheduledId,
      writing: 'reply',
      episodeId: findings[0]!.episodeId,
      rule: findings[0]!.rule,
      attachmentId: await attached(visitor),
      version: '1',
      sessionId: sessions.body[0]!.sessionId,
      viewId: view.body.viewId,
      agentId: agent.person.agentId,
      invitationId: invitation.body.invitationId,
      account: agent.me.account,
      slug: shop.slug,
      shop: shop.slug,
      keyId: 'only-here',
      tagId: tag.tagId,
      fieldId: field.body.fieldId,
      noteId: side.body.notes[0]!.noteId,
      orderId,
      operationId: asked.body.operationId,
      parcelId: stray.body.parcelId,
      importId,
      ...goods,
      shortageId: shortage.body.shortageId,
      sourceId: await connected(administrator, fake),
    },
    everythingOf: (shopId) => everythingOf(owner, shopId),
    async stop() {
      await owner.end();
      await desk.stop();
      await fake.stop();
    },
  };
}

/** A shop system that has told all it has, and is left alone from now on. */
async function connected(administrator: DeskClient, fake: FakeShopSystems): Promise<string> {
  fake.shopify.orders = [shopifyOrder(1)];
  const source = { kind: 'shopify', address: shopifyHost, keys: shopifyKeys };
  const { sourceId } = (await administrator.post<SourceView>('/api/v1/sources', source)).body;
  await until('the source to be read', async () => {
    const { body } = await administrator.get<SourceView[]>('/api/v1/sources');
    return body[0]?.completeAt != null;
  });
  await administrator.call('PUT', `/api/v1/sources/${sourceId}`, { state: 'paused' });
  return sourceId;
}

/** An order, and a file that nobody has confirmed yet. */
async function broughtIn(administrator: DeskClient): Promise<{ orderId: string; importId: string }> {
  const upload = () =>
    administrator.upload<ImportPreview>(
      '/api/v1/imports/upload?kind=orders&name=orders.csv',
      `订单编号,买家会员名,收货人姓名,联系手机,订单状态,买家实际支付金额\n2026112112345678,member-1,王女士,${secretPhone},交易成功,59.00\n`,
      administrator.headers,
    );
  const { importId, source, mapping } = (await upload()).body;
  await administrator.post(`/api/v1/imports/${importId}/start`, { source, mapping });
  const orderId = await until(
    'the order to come in',
    async () => (await administrator.get<OrderView[]>('/api/v1/orders')).body[0]?.orderId,
  );
  await until('the import to end', async () => {
    const { body } = await administrator.get<ImportRun>(`/api/v1/imports/${importId}`);
    return body.state === 'done';
  });
  return { orderId, importId: (await upload()).body.importId };
}

/** Something in a promotion, ordered and not there. */
async function goodsOf({ app }: Desk, { shopId }: TestShop, administrator: DeskClient) {
  await bring(app, shopId, 'products', [
    '商品编码,商品名称,SKU 编码,尺码,售价',
    'BODY,连体衣,BODY-90,90,129.00',
  ]);
  await bring(app, shopId, 'promotions', [
    '活动编号,活动名称,SKU 编码,活动价,开始时间,结束时间',
    'P1,样例活动,BODY-90,99.00,2020-01-01,2100-01-01',
  ]);
  await bring(app, shopId, 'orders', [
    '订单编号,订单状态,实付金额,下单时间,付款时间,商品名称,SKU 编码,数量',
    '2026112200000099,待发货,129.00,2020-01-01,2020-01-01,连体衣,BODY-90,1',
  ]);
  const [order] = (await administrator.get<Lookup>('/api/v1/lookup?q=2026112200000099')).body.orders;
  const [product] = (await administrator.get<ProductView[]>('/api/v1/products?q=BODY-90')).body;
  const { promotions } = (await administrator.get<PromotionsAnswer>('/api/v1/promotions')).body;
  const hour = 3_600_000;
  const offer = await administrator.post<{ offerId: string }>('/api/v1/offers', {
    name: '样例券',
    layer: 'coupon',
    form: { form: 'off', tiers: [{ fromFen: 0, offFen: 100 }], repeats: false },
    currency: 'CNY',
    productIds: null,
    onPromoted: true,
    alone: false,
    startsAt: Date.now() - hour,
    endsAt: Date.now() + hour,
  });
  return {
    productId: product!.productId,
    promotionId: promotions[0]!.promotionId,
    offerId: offer.body.offerId,
    orderId: order!.orderId,
  };
}

/** What was said and who said it is filed for the search behind our back, and no blocks are about to be merged. */
async function isFiled(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ left: number }>(
    `select (select count(*) from search_due) + (select count(*) from messages) + (select count(*) from notes)
      - (select coalesce(sum(documents), 0) from search_blocks where book = 'words' and stage = 'filed')
      + (select count(*) from (select from search_blocks where documents > 0
        group by shop_id, book, floor(log(8, documents)) having count(*) >= 8) as many) as left`,
  );
  if (Number(rows[0]!.left) > 0) throw new Error('not filed yet');
}

/** But for the search's index, which follows the log in its own time. */
async function everythingOf(owner: pg.Client, shopId: string): Promise<string> {
  const tables = await owner.query<{ name: string }>(
    `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id'
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('search_positions', 'search_blocks', 'search_pages', 'search_postings') order by relname`,
  );
  const parts = [];
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ rows: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as rows from ${name} t where shop_id = $1`,
      [shopId],
    );
    parts.push(`${name}\n${rows[0]!.rows}`);
  }
  return parts.join('\n');
}
