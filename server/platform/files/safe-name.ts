/** A file's name as it is shown and saved under: no path, nothing unseen, and an ending that says what the bytes are. */
import type { FileType } from './sniff.ts';

const longest = 120;

export function safeName(given: string, { extensions }: Pick<FileType, 'extensions'>): string {
  const visible = given
    .normalize('NFC')
    // Control characters, what turns the direction of writing round, and what has no width.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  const base = visible.split(/[/\\]/).at(-1)!;
  const ending = /\.(\w+)$/.exec(base)?.[1]?.toLowerCase();
  const right = ending !== undefined && extensions.includes(ending);
  const stem = (right ? base.slice(0, -ending.length - 1) : base)
    .replaceAll(/[<>:"|?*]/g, '_')
    // A second ending, which a system that hides the last one would show: photo.exe.jpg.
    .replaceAll(/\.(?=[A-Za-z][A-Za-z0-9]{0,5}(\.|$))/g, '_')
    .replace(/^[.\s]+/, '')
    .trim();
  return `${shortened(stem) || 'file'}.${right ? ending : extensions[0]}`;
}

/** Never in the middle of a character. */
function shortened(stem: string): string {
  return [...stem].slice(0, longest).join('');
}
