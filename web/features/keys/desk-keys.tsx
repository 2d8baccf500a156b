import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { usePreferences } from '../../app/preferences.tsx';
import { useMay } from '../../app/session.ts';
import type { Page } from './pages.ts';
import { press } from './press.ts';
import { nameOf, shortcutFor, type Shortcut } from './shortcuts.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const HelpSheet = lazy(() => import('./help-sheet.tsx').then((module) => ({ default: module.HelpSheet })));

/** Two keys belong together when they follow within this, ms. */
const together = 900;

/** Hears the keys of the whole desk; what they open comes when it is asked for. */
export function DeskKeys() {
  const router = useRouter();
  const { singleKeys } = usePreferences();
  const may = useMay();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const before = useRef<{ name: string; at: number } | null>(null);

  const act = (shortcut: Shortcut) => {
    const { act: what } = shortcut;
    if ('open' in what) setOpen(what.open);
    else if ('go' in what) return go(what.go);
    else if ('press' in what) return press(what.press);
    else if ('move' in what) return move(what.move);
    else return leaveField();
    return true;
  };

  const go = ({ to, search, may: needed }: Page) => {
    if (needed && !may(needed)) return false;
    void router.navigate({ to, search });
    return true;
  };

  const hear = useEffectEvent((event: KeyboardEvent) => {
    const name = nameOf(event);
    // What an input method or a dialog has taken is not ours.
    if (name === null || event.isComposing || event.defaultPrevented) return;
    const last = before.current;
    const recent = last && event.timeStamp - last.at < together ? last.name : null;
    before.current = { name, at: event.timeStamp };
    const inDialog = document.querySelector('[role="dialog"]') !== null;
    if (inDialog && name !== 'Mod+K') return;
    const shortcut = shortcutFor(name, recent, { typing: isTyping(event.target), singleKeys });
    if (shortcut && act(shortcut)) event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  return (
    <Suspense>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} onHelp={() => setOpen('help')} />}
      {open === 'help' && <HelpSheet onClose={() => setOpen(null)} />}
    </Suspense>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

function move(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('.inbox-row-link')];
  const here = rows.findIndex((row) => row.getAttribute('aria-current') === 'page');
  const next = here < 0 ? rows[0] : rows[here + step];
  next?.scrollIntoView({ block: 'nearest' });
  next?.click();
  return next !== undefined;
}

function leaveField(): boolean {
  if (!isTyping(document.activeElement)) return false;
  (document.activeElement as HTMLElement).blur();
  return true;
}
