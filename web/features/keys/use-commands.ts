import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { api } from '../../lib/api.ts';
import { customerName } from '../../lib/customer-name.ts';
import { useAct } from '../../lib/use-act.ts';
import { translator, type WordKey } from '../../words/index.ts';
import { choosePresence } from '../account/presence-choice.ts';
import { useRows } from '../inbox/rows-provider.tsx';
import { pages, type Page } from './pages.ts';
import { press } from './press.ts';
import { keysWords, useKeysWords, type KeysKey } from './words.ts';

export interface Command {
  id: string;
  kind: 'conversation' | 'page' | 'here' | 'desk';
  label: string;
  /** What it is also found by: the other language's words, what was last said. */
  also: string[];
  run(): void;
}

const mostConversations = 200;

/** Everything the palette offers at this moment. */
export function useCommands(onHelp: () => void): Command[] {
  const preferences = usePreferences();
  const { t, lang, dark, traditional, change } = preferences;
  const say = useKeysWords();
  const router = useRouter();
  const me = useMe();
  const may = useMay();
  const { byId } = useRows();
  const setLang = useAct(api.setLang);
  const [here] = useState(commandsHere);

  return useMemo(() => {
    const other = lang === 'zh' ? 'en' : 'zh';
    const page = ({ id, to, search }: Page): Command => ({
      id: `page ${id}`,
      kind: 'page',
      label: say(`page.${id}`),
      also: [keysWords[other](`page.${id}`)],
      run: () => void router.navigate({ to, search }),
    });
    const desk = (key: KeysKey, run: () => void): Command => ({
      id: key,
      kind: 'desk',
      label: say(key),
      also: [keysWords[other](key)],
      run,
    });
    const speak = () => {
      change({ chosenLang: other });
      void setLang.run(other);
    };
    const appearance: WordKey = dark ? 'appearance.toLight' : 'appearance.toDark';
    return [
      ...here.map(({ command, label }) => ({
        id: `here ${command}`,
        kind: 'here' as const,
        label,
        also: [command],
        run: () => void press(command),
      })),
      ...pages.filter((one) => !one.may || may(one.may)).map(page),
      ...(may('conversations.reply')
        ? [
            desk('palette.available', () => choosePresence(me.agentId, 'available')),
            desk('palette.away', () => choosePresence(me.agentId, 'away')),
          ]
        : []),
      {
        id: appearance,
        kind: 'desk',
        label: t(appearance),
        also: [translator(other)(appearance)],
        run: () => change({ appearance: dark ? 'light' : 'dark' }),
      },
      desk(lang === 'zh' ? 'palette.toEnglish' : 'palette.toChinese', speak),
      ...(lang === 'zh'
        ? [
            desk(traditional ? 'palette.simplified' : 'palette.traditional', () =>
              change({ traditional: !traditional }),
            ),
          ]
        : []),
      desk('palette.help', onHelp),
      ...Array.from(byId.values())
        .toSorted((a, b) => b.activityAt - a.activityAt)
        .slice(0, mostConversations)
        .map(({ conversationId, lastMessage, ...rest }): Command => ({
          id: conversationId,
          kind: 'conversation',
          label: customerName({ ...rest, conversationId }, t),
          also: [lastMessage?.text ?? ''],
          run: () => void router.navigate({ to: '/inbox/$conversationId', params: { conversationId } }),
        })),
    ];
    // oxlint-disable-next-line react/exhaustive-deps -- what the acts are made of does not change what is offered
  }, [t, say, lang, dark, traditional, byId, here]);
}

/** Looks for these words in everything that was said. */
export function useSearchFor(): (words: string) => Command {
  const say = useKeysWords();
  const router = useRouter();
  const { agentId } = useMe();
  return (words) => ({
    id: 'search for',
    kind: 'page',
    label: say('palette.search', { words }),
    also: [],
    run: () =>
      void router.navigate({
        to: '/search',
        state: (state) => ({ ...state, asked: { q: words, agentId } }),
      }),
  });
}

/** Looks for an order by whatever was typed; null: not for this person. */
export function useOrderFor(): (words: string) => Command | null {
  const say = useKeysWords();
  const router = useRouter();
  const may = useMay();
  return (words) =>
    may('orders.read')
      ? {
          id: 'order for',
          kind: 'page',
          label: say('palette.order', { words }),
          also: [],
          run: () => void router.navigate({ to: '/orders', search: { q: words } }),
        }
      : null;
}

/** What the page itself offers: whatever it marks as a command and lets be pressed now. */
function commandsHere(): { command: string; label: string }[] {
  return [...document.querySelectorAll<HTMLButtonElement>('[data-command]')]
    .filter((button) => !button.disabled && button.offsetParent !== null)
    .map((button) => ({
      command: button.dataset.command!,
      label: button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '',
    }));
}
