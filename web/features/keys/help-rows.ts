/** What the help sheet lists: every key that this person has. Pure. */
import type { Permission } from '../../../core/team/roles.ts';
import { pages, type Page } from './pages.ts';
import { heardElsewhere, shortcuts } from './shortcuts.ts';
import type { KeysKey } from './words.ts';

export interface HelpRow {
  /** A word for what is done, or the page that one goes to. */
  does: KeysKey;
  page?: Page['id'];
  ways: string[];
}

export function helpRows(may: (permission: Permission) => boolean): HelpRow[] {
  const elsewhere = Object.values(heardElsewhere).flatMap((keys) => Object.entries(keys));
  const all = [...shortcuts.map(({ id, keys }): [string, string[]] => [id, [keys]]), ...elsewhere];
  const ways = new Map<string, Set<string>>();
  for (const [id, keys] of all) ways.set(id, new Set([...(ways.get(id) ?? []), ...keys]));
  return [...ways].flatMap(([id, keys]): HelpRow[] => {
    const page = pages.find((one) => one.id === id);
    if (page?.may && !may(page.may)) return [];
    return [
      page
        ? { does: 'key.goTo', page: page.id, ways: [...keys] }
        : { does: `key.${id}` as KeysKey, ways: [...keys] },
    ];
  });
}
