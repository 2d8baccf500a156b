import type { sourcesZh } from './sources.zh-CN.ts';

export const sourcesEn: Record<keyof typeof sourcesZh, string> = {
  title: 'Shop systems',
  what: 'Connect Shopify or WooCommerce: orders, products and stock come in by themselves and stay up to date. Keys are kept encrypted and shown to nobody again.',
  connect: 'Connect a shop system',
  'none.title': 'No shop system is connected',
  'none.what':
    'Orders of Taobao/Tmall, JD, Pinduoduo and Douyin come in under Orders → Import a file. Shopify and WooCommerce can be connected here.',
  failed: 'The shop systems could not be read',
  loading: 'Reading the shop systems',

  'state.fresh': 'Up to date',
  'state.late': 'Waiting to be read',
  'state.unreachable': 'Not reached',
  'state.paused': 'Paused',
  'state.reading': 'Reading',
  'told.never': 'Never read to the end',
  'told.ago': 'Up to date {ago} ago',
  'told.unreachable':
    'Not reached since {time}. Agents see what was known {ago} ago, and are told so beside the order.',
  'told.unreachable.never': 'Not reached since {time}, and never read to the end.',
  next: 'Read again at {time}',
  'reading.products': 'Reading products, {count} so far',
  'reading.orders': 'Reading orders, {count} so far',
  'ago.now': 'less than a minute',
  'ago.minutes': '{count} min',
  'ago.hours': '{count} h',
  'ago.days': '{count} days',

  'hook.title': 'Calls',
  'hook.none':
    'No signing secret is kept, so every call of this system is refused; new orders wait for the next reading (every 5 minutes).',
  'hook.never': 'No call yet. Add the address below in the shop’s administration.',
  'hook.last': 'Last call: {time}',
  'hook.forged':
    '{count} calls in its name were not signed by it and were refused, last on {time}. A wrong signing secret looks the same.',
  'hook.how.shopify':
    'In Shopify under Settings → Notifications → Webhooks, add one each for order creation, order update, fulfillment creation, fulfillment update, refund create and product update, in JSON, to:',
  'hook.how.woocommerce':
    'In WordPress under WooCommerce → Settings → Advanced → Webhooks, add one each for order created, order updated and product updated, with the same signing secret, to:',
  'hook.copy': 'Copy the address',
  'hook.copied': 'Address copied',
  'hook.select': 'The browser does not allow copying; select the address and copy it by hand',

  'act.test': 'Test',
  'act.test.good': 'It answers as it should',
  'act.read': 'Read now',
  'act.read.asked': 'It will be read now',
  'act.whole': 'Read everything again',
  'act.whole.sure':
    'Read all orders and products from the beginning? Nothing comes in twice, but it may take long.',
  'act.change': 'Change',
  'act.pause': 'Pause',
  'act.resume': 'Go on',
  'act.remove': 'Disconnect',
  'act.remove.sure': 'Nothing is updated any more and the keys are deleted. The orders stay.',
  'act.removed': 'Disconnected',
  changes: 'History',
  'change.connected': 'connected',
  'change.changed': 'changed address or keys',
  'change.paused': 'paused',
  'change.resumed': 'went on',
  'change.removed': 'disconnected',

  'form.connect': 'Connect a shop system',
  'form.change': 'Change {name}',
  'form.submit': 'Test and connect',
  'form.save': 'Test and save',
  'form.kind': 'System',
  'form.address': 'The shop’s address',
  'form.address.shopify': 'such as my-shop.myshopify.com',
  'form.address.woocommerce': 'such as https://shop.example',
  'form.kept': 'kept; stays as it is where left empty',
  'form.keys.shopify':
    'Make an app in Shopify’s Dev Dashboard with read_orders, read_products and read_inventory, install it in the shop, and copy its client id and secret. For a custom app made before 2026 give its access token instead. Orders older than 60 days also need read_all_orders.',
  'form.keys.woocommerce':
    'Make a key under WooCommerce → Settings → Advanced → REST API with the right to read. The shop must use HTTPS.',
  'key.clientId': 'Client id',
  'key.clientSecret': 'Client secret',
  'key.accessToken': 'Access token (older apps)',
  'key.hookSecret': 'Signing secret of calls',
  'key.consumerKey': 'Consumer key (ck_…)',
  'key.consumerSecret': 'Consumer secret (cs_…)',
  'form.hook.shopify': 'The signing secret that Shopify shows below its list of webhooks.',
  'form.hook.woocommerce': 'A text of your own that is hard to guess, the same as the secret in WooCommerce.',
};
