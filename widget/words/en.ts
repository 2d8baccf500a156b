import { maxTextLength } from '../../core/wire.ts';
import type { Words } from './words.ts';

export const words: Words = {
  launcher: 'Chat with us',
  unread: (count) => `${count} unread`,
  panel: (shop) => `${shop} customer service`,
  tagline: 'Real people, glad to help',
  close: 'Close the chat (Esc)',
  save: 'Download this conversation',
  log: 'Conversation',
  topicsTitle: 'What is it about? Choose one and the right colleague will answer.',
  topic: { goods: 'A product', order: 'Order and delivery', 'after-sale': 'Returns and after-sale' },
  older: 'Earlier messages',
  olderLoading: 'Fetching earlier messages…',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
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
  next: 'You are next.',
  ahead: (count) => `${count} ahead of you.`,
  wait: (minutes) => `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  queued: 'You are in the queue; we answer in order.',
  closed:
    'We are closed at the moment. Leave your message: we answer in order when we are back, and you read it here.',
  closedUntil: (when) =>
    `We are closed at the moment and open again: ${when}. Leave your message: we answer in order then, and you read it here.`,
  notLoaded: 'This part could not be opened. Please check your connection, or reload the page.',
  again: 'Try again',
  noShop: (shop) =>
    `There is no shop “${shop}” here, so the chat cannot open. Shop owner: please check data-shop in the embed code.`,
  notHere: 'The chat is not yet enabled for this page. Shop owner: please register this site at the desk.',
  unavailable:
    'The desk did not accept this connection. Please reload the page; if it stays so, use another way to reach the shop.',
};
