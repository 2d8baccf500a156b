import type { widgetZh } from './widget.zh-CN.ts';

export const widgetEn: Record<keyof typeof widgetZh, string> = {
  'page.loading': 'Fetching the widget’s settings…',
  'page.title': 'Widget',
  'page.what':
    'The chat as customers see it in the shop’s pages: its look, its greeting, where it may stand, and the keys that say who a customer is.',
  'error.what': 'The widget’s settings could not be fetched',

  'look.title': 'Look',
  'look.name': 'Name shown',
  'look.name.hint': 'Empty: the shop’s name, {name}',
  'look.colour': 'Colour',
  'look.colour.malformed': 'Write a colour of six digits, such as #17484d.',
  'look.colour.adjusted': 'So that words stay readable, {ink} is used.',
  'look.side': 'Position',
  'look.side.right': 'Bottom right',
  'look.side.left': 'Bottom left',

  'greeting.title': 'Greeting',
  'greeting.what': 'The first sentence of an open chat, in the language of the page.',
  'greeting.zh': 'Simplified Chinese',
  'greeting.zh-TW': 'Traditional Chinese',
  'greeting.zh-TW.hint': 'Empty: the Simplified one',
  'greeting.en': 'English',
  'greeting.missing': 'Write a greeting.',

  'topics.title': 'Topics',
  'topics.what':
    'Before their first message customers may choose one, and the group it belongs to answers. With none, nobody is asked.',
  'topic.goods': 'A product',
  'topic.order': 'Order and delivery',
  'topic.after-sale': 'Returns and after-sale',

  'origins.title': 'Allowed sites',
  'origins.what':
    'Only these sites may embed the widget. Up to the domain, such as https://shop.example; the desk’s own address is always allowed.',
  'origins.add': 'Type an address, then press Enter',
  'origins.bad': '“{origin}” is no address; write it like https://shop.example.',

  'embed.title': 'Embed code',
  'embed.what': 'Once on every page of the shop.',
  'embed.csp': 'Where the page has a content security policy, add:',
  'embed.copy': 'Copy',
  'embed.copied': 'Copied',
  'embed.select': 'The browser does not allow copying by itself. It is selected: press Ctrl+C.',

  'keys.title': 'Identity keys',
  'keys.what':
    'The shop’s server signs for customers who are signed in, so that agents know who they are. Keep a key on the server, never in a page.',
  'keys.none': 'No key yet. Without one every customer is a visitor.',
  'keys.id': 'Id',
  'keys.made': 'Made',
  'keys.state': 'State',
  'keys.setup': 'with the shop',
  'keys.active': 'In use',
  'keys.revoked': 'Revoked · {time} · {name}',
  'keys.revoke': 'Revoke',
  'keys.revoke.sure': 'Revoke {id}? What it signs is no longer accepted from now on, and it can’t be undone.',
  'keys.new.id': 'Give the new key an id',
  'keys.new.malformed': 'Letters, digits, dots, dashes and underscores, 60 characters at most.',
  'keys.new.make': 'Make it',
  'keys.secret': 'The key {id} is shown this once. Store it in the settings of the shop’s server now.',
  'keys.secret.done': 'I have stored it',

  'preview.title': 'Preview',
  'preview.lang': 'Language of the preview',

  'bar.changed': 'There are changes to save',
  'bar.problems': '{count} to mend first',
  'bar.discard': 'Discard',
  'bar.save': 'Save',
  'bar.saved': 'Saved. Customers’ pages follow within five minutes.',
};
