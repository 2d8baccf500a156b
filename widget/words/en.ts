import { maxTextLength } from '../../core/wire.ts';
import type { Words } from './zh.ts';

export const en: Words = {
  launcher: 'Chat with us',
  unread: (count) => `${count} unread`,
  panel: (shop) => `${shop} customer service`,
  tagline: 'Real people, glad to help',
  close: 'Close the chat',
  log: 'Conversation',
  topicsTitle: 'What is it about? Choose one and the right colleague will answer.',
  topic: { goods: 'A product', order: 'Order and delivery', 'after-sale': 'Returns and after-sale' },
  older: 'Earlier messages',
  olderLoading: 'Fetching earlier messages…',
  yesterday: 'Yesterday',
  me: 'Me',
  workNumber: (number) => `No. ${number}`,
  erased: 'This message was erased',
  sending: 'Sending',
  sent: 'Delivered',
  read: 'Read',
  failed: {
    text: 'Not sent: too long, or with characters that cannot be transmitted. Please shorten it and send again.',
    desk: 'Not sent: the desk did not accept this message.',
    file: 'Not sent: up to 20 MB of pictures, PDF, MP4 video, Word, Excel or PowerPoint can be sent.',
  },
  retry: 'Send again',
  typing: (name) => `${name} is typing`,
  agent: 'Our colleague',
  newMessages: 'New messages',
  input: 'Write a message',
  placeholder: 'Tell us what happened…',
  attach: 'Send pictures or files',
  picture: (name: string) => `Picture ${name}; press to save`,
  file: (name: string) => `Save the file ${name}`,
  send: 'Send',
  hint: 'Enter to send, Shift + Enter for a new line',
  tooLong: (length) =>
    `A message holds at most ${maxTextLength} characters; this one has ${length}. Please send it in parts.`,
  connecting: 'Connecting you…',
  offline: 'Connection lost, reconnecting. Keep writing: it will be sent as soon as we are back.',
  noShop: (shop) =>
    `There is no shop “${shop}” here, so the chat cannot open. Shop owner: please check data-shop in the embed code.`,
  notHere: 'The chat is not yet enabled for this page. Shop owner: please register this site at the desk.',
  unavailable:
    'The desk did not accept this connection. Please reload the page; if it stays so, use another way to reach the shop.',
};
