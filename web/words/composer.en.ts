import type { composerZh } from './composer.zh-CN.ts';

export const composerEn: Record<keyof typeof composerZh, string> = {
  'draft.newer': 'There is a newer draft from elsewhere',
  'draft.newer.empty': '(emptied)',
  'draft.takeTheirs': 'Use that one',
  'draft.keepMine': 'Keep this one',
  'draft.takeBoth': 'Keep both',

  'onlookers.viewing': '{names} also here',
  'onlookers.writing': '{names} writing',

  'overtaken.title': 'Not sent yet: something arrived while you were writing',
  'overtaken.send': 'Seen it, send anyway',

  'emoji.open': 'Emoji',

  'later.open': 'Send later',
  'later.title': 'Send later',
  'later.ok': 'Send later',
  'later.cancel': 'Cancel',
  'later.when': 'When',
  'later.past': 'Choose a time that is still ahead.',
  'later.preset.hour': 'In an hour, {time}',
  'later.preset.evening': 'This evening, {time}',
  'later.preset.morning': 'Tomorrow morning, {time}',
  'later.preset.afternoon': 'Tomorrow afternoon, {time}',
  'later.even': 'Send it also if the customer has written again by then',
  'later.what':
    'It is checked against the standard again when it leaves; what cannot leave becomes a draft, and you are told.',
  'later.done': 'Scheduled; it leaves by itself',
  'later.cancelled': 'Cancelled; the words are back in the author’s draft',
  'later.edit': 'Change',
  'later.remove': 'Don’t send',

  'returned.button': 'Scheduled replies not sent: {count}',
  'returned.title': 'Scheduled replies that were not sent',
  'returned.what': 'The words are back in your draft. Open the conversation, mend them and send.',
  'returned.open': 'Open',
  'returned.cause.blocked': 'The standard would block it now',
  'returned.cause.customer-wrote': 'The customer wrote again before it left',
  'returned.cause.not-the-assignee': 'A colleague has the conversation by now',
  'returned.cause.already-closed': 'The episode has ended',
  'returned.cause.taken-back': 'The lead took it back',
  'returned.cause.not-possible': 'It cannot be sent now',
};
