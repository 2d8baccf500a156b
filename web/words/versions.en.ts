/** What every page says whose settings are kept version by version, in English. */
import type { versionsZh } from './versions.zh-CN.ts';

export const versionsEn: Record<keyof typeof versionsZh, string> = {
  'bar.changes': 'Changes not saved: {count}',
  'bar.newer': 'Version {version} has just come; see first what it changed',
  'bar.newer.look': 'See it',
  'bar.discard': 'Discard',
  'bar.discard.sure': 'Discard all changes?',
  'bar.preview': 'Preview and save',

  'leave.title': 'Your changes are not saved',
  'leave.what': 'If you leave this page they are lost.',
  'leave.stay': 'Stay',
  'leave.go': 'Discard and leave',

  'preview.title': 'Preview',
  'preview.mine': 'Your changes',

  'save.note': 'Why',
  'save.note.hint': 'For whoever reads the versions later',
  'save.note.missing': 'Say in a sentence why: people will read it later.',
  'save.submit': 'Save as version {version}',
  'save.saving': 'Saving, one moment…',
  'save.saved': 'Saved as version {version}, in force now',

  'conflict.title': '{name} has just saved version {version}; your changes are kept',
  'conflict.what': '{time} · {note}',
  'conflict.theirs': 'What they changed',
  'conflict.both': 'You both changed these; merged, yours stand',
  'conflict.merge': 'Merge into the new version',
  'conflict.take': 'Discard mine, use the new version',
  'conflict.merged': 'Merged into version {version}; please preview again',

  'version.one': 'Version {version}',
  'version.inForce': 'Version {version} in force',
  'version.current': 'In force',
  'version.byDesk': 'The desk',
  'version.noNote': 'No note',
  'version.changes': 'What changed',
  'version.hide': 'Hide',
  'version.reuse': 'Use this version',
  'version.reused': 'The settings of version {version} are here; they are saved only after a preview',
};
