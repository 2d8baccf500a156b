/**
 * The embeddable chat.
 *
 *     <script src="https://desk.example/widget/widget.js" data-shop="yunduo" async></script>
 *
 * Optional: `data-identity` (the shop's signed token of a signed-in customer), `data-lang` (zh-CN, zh-TW or en).
 * The page gets one name, `Yinuo`, and nothing else.
 * A page with a content security policy allows the desk's origin under `script-src`, and under `connect-src` twice:
 * as https: and as wss:. Nothing else: no inline styles, no images, no frames, no further files of another origin.
 */
import { createChat } from './chat.ts';
import { fetchLook } from './desk.ts';
import { loadWords } from './parts.ts';
import { readSettings } from './settings.ts';
import { mount } from './view/mount.ts';

export interface Yinuo {
  /** Shows the chat. */
  open(): void;
  /** The customer signed in at the shop: their own history, kept apart from the anonymous visitor's. */
  identify(identityToken: string): void;
  /** The customer signed out: nothing of theirs stays in this browser. */
  signOut(): void;
}

const script = document.currentScript as HTMLScriptElement | null;
const settings = script && readSettings(script);
const page = window as { Yinuo?: Yinuo };

if (settings && !page.Yinuo) {
  const chat = createChat(settings);
  const { desk, shop } = settings;
  const mounted = Promise.all([loadWords(settings), fetchLook(desk, shop)]).then(([words, look]) =>
    mount(settings, words, look, chat),
  );
  const open = () => void mounted.then((show) => show());
  page.Yinuo = Object.freeze({ open, identify: chat.become, signOut: chat.signOut });
}
