/**
 * One visitor's conversation with the shop: the session, the line, what was said and what is on its way.
 * Knows nothing of how it looks.
 */
import type { WidgetSession } from '../core/api.ts';
import type { CustomerStanding } from '../core/conversations/customer-standing.ts';
import type { CustomerView } from '../core/conversations/customer-view.ts';
import { applyToCustomerView } from '../core/conversations/customer-view.ts';
import type { Event } from '../core/events.ts';
import type { Refusal } from '../core/refusal.ts';
import { Refused } from '../core/refusal.ts';
import type { Topic } from '../core/team/routing.ts';
import type { ServerFrame } from '../core/wire.ts';
import type { Connection, Status } from '../live/connection.ts';
import { connect } from '../live/connection.ts';
import { newId } from '../live/ids.ts';
import { fetchFile, fetchOlder, reach } from './desk.ts';
import type { Carried, Outgoing } from './outgoing.ts';
import { asOutgoing, asPending, stillOutgoing, unsent } from './outgoing.ts';
import type { Settings } from './settings.ts';
import { browserStorage, forgetOthers, openShelf } from './shelf.ts';
import { signOn } from './sign-on.ts';

export interface ChatState {
  shop: WidgetSession['shop'] | null;
  view: CustomerView | null;
  hasOlder: boolean;
  hasOrders: boolean;
  loadingOlder: boolean;
  outgoing: Outgoing[];
  topic: Topic | null;
  line: Status;
  /** Why there is no conversation, where trying again would not help. */
  refusal: Refusal | null;
  /** The agent who is typing; '' where the name is not known. */
  typing: string | null;
  /** Where the customer stands; null: not known yet. */
  standing: CustomerStanding | null;
}

/** Answers with the id that the message names. */
export type SendFile = (
  ask: typeof reach,
  desk: string,
  visitorToken: string,
  file: Carried,
) => Promise<string>;

export type Chat = ReturnType<typeof createChat>;

const typingFadesMs = 8000;
const afresh: ChatState = {
  shop: null,
  view: null,
  hasOlder: false,
  hasOrders: false,
  loadingOlder: false,
  outgoing: [],
  topic: null,
  line: 'connecting',
  refusal: null,
  typing: null,
  standing: null,
};

export function createChat(settings: Settings, sendFile: SendFile) {
  const storage = browserStorage();
  const listeners: (() => void)[] = [];
  let { identityToken } = settings;
  let shelf = openShelf(settings, identityToken, storage);
  let state = afresh;
  let connection: Connection | null = null;
  /** Counts visits: what an earlier one still hears is no longer ours. */
  let visit = 0;
  let typingFades: ReturnType<typeof setTimeout> | undefined;
  forgetOthers(settings, shelf, storage);

  /** Opens the session, once. */
  function begin() {
    if (visit === 0) void visitAgain();
  }

  /** A returning visitor may have an answer waiting, or a message that has not left yet. */
  function hasBegunBefore() {
    return shelf.token() !== null || shelf.outbox.load().length > 0;
  }

  async function visitAgain() {
    const mine = ++visit;
    const isOver = () => mine !== visit;
    const onDelay = () => change({ line: 'offline' });
    connection?.close();
    connection = null;
    try {
      const session = await signOn(settings, { shelf, identityToken, onDelay, isOver });
      if (!isOver()) follow(session, isOver);
    } catch (error) {
      if (isOver() || !(error instanceof Refused)) return;
      if (error.refusal.code === 'unauthenticated' && identityToken) becomeVisitor();
      else change({ refusal: error.refusal, line: 'ended' });
    }
  }

  function follow({ shop, view, hasOlder, hasOrders, cursor }: WidgetSession, isOver: () => boolean) {
    const { conversationId } = view;
    const { token, outbox } = shelf;
    // What was written before there was a session, or in one that has ended, belongs to this one.
    const load = () => unsent(outbox.load(), state.outgoing).map((one) => ({ ...one, conversationId }));
    const line = connect({
      url: `${settings.desk}/widget/v1/socket`,
      authenticate: () => Promise.resolve(token() ?? ''),
      outbox: { ...outbox, load },
    });
    connection = line;
    const failed = state.outgoing.filter((one) => one.state === 'failed');
    const waiting = line.pending().map((one) => asOutgoing(one, state.outgoing));
    change({ shop, view, hasOlder, hasOrders, refusal: null, outgoing: [...failed, ...waiting] });
    waiting.forEach(deliver);
    line.onFrame(heard);
    let served = false;
    line.onStatus((status) => {
      if (isOver()) return;
      stopTyping();
      served ||= status === 'online';
      if (status !== 'ended') return change({ line: status });
      // A session refused as soon as it was given would be refused again for ever.
      if (!served) return change({ line: status, refusal: { code: 'unauthenticated' } });
      shelf.keepToken(null);
      void visitAgain();
    });
    line.subscribe({ conversation: conversationId }, cursor, { onEvents, onResync: () => void visitAgain() });
  }

  function onEvents(events: Event[]) {
    if (!state.view) return;
    if (events.some((event) => event.type === 'message.posted' && event.author === 'agent')) stopTyping();
    change({ view: events.reduce(applyToCustomerView, state.view) });
  }

  function send(text: string, topic = state.topic ?? undefined, more: Partial<Outgoing> = {}) {
    const pending = { clientId: newId(), conversationId: state.view?.conversationId ?? '', text, topic };
    const { file, attachmentId } = more;
    const message: Outgoing = { ...pending, file, attachmentId, state: 'sending', at: Date.now() };
    // Who writes again has begun anew: what had ended is no longer asked about.
    const standing = state.standing && { ...state.standing, rating: null };
    change({ outgoing: [...state.outgoing, message], topic: null, standing });
    deliver(message);
  }

  /** One file, one message. */
  async function attach(file: Carried, clientId = newId()) {
    const { topic } = state;
    const message: Outgoing = {
      clientId,
      conversationId: state.view?.conversationId ?? '',
      text: '',
      file,
      topic: topic ?? undefined,
      state: 'uploading',
      at: Date.now(),
    };
    change({
      outgoing: [...state.outgoing.filter((one) => one.clientId !== clientId), message],
      topic: null,
    });
    const mine = visit;
    try {
      const attachmentId = await sendFile(reach, settings.desk, shelf.token() ?? '', file);
      if (mine === visit) deliver(settle(message, { attachmentId, state: 'sending' }));
    } catch (error) {
      const refusal: Refusal =
        error instanceof Refused ? error.refusal : { code: 'unavailable', part: 'server' };
      if (mine === visit) settle(message, { state: 'failed', refusal });
    }
  }

  /** Without a line it waits in the store, from where the next session takes it. */
  function deliver(message: Outgoing) {
    if (!connection) {
      shelf.outbox.save(unsent([], state.outgoing));
      return;
    }
    const mine = visit;
    const became = (part: Partial<Outgoing>) => mine === visit && settle(message, part);
    connection.send(asPending(message)).then(
      () => became({ state: 'sent' }),
      // Ended is not refused: it waits for the next session.
      ({ refusal }: Refused) => refusal.code === 'unauthenticated' || became({ state: 'failed', refusal }),
    );
  }

  /** What became of a message on its way. */
  function settle(message: Outgoing, part: Partial<Outgoing>): Outgoing {
    const next = { ...message, ...part };
    change({
      outgoing: state.outgoing.map((one) => (one.clientId === message.clientId ? next : one)),
    });
    return next;
  }

  /** A refused message was not stored: it goes again as a new one. */
  function retry(clientId: string) {
    const again = state.outgoing.find((one) => one.clientId === clientId);
    if (!again) return;
    // Its file did not arrive.
    if (again.file && !again.attachmentId) return void attach(again.file, clientId);
    change({ outgoing: state.outgoing.filter((one) => one !== again) });
    send(again.text, again.topic, again);
  }

  /** Leaves with the next message. */
  function choose(topic: Topic) {
    change({ topic });
  }

  async function older() {
    const { view, loadingOlder } = state;
    const first = view?.messages[0];
    if (!view || !first || loadingOlder) return;
    change({ loadingOlder: true });
    const answer = await fetchOlder(settings.desk, shelf.token() ?? '', first.seq).catch(() => null);
    change({ loadingOlder: false });
    if (!answer || state.view?.messages[0] !== first) return;
    const messages = [...answer.messages, ...state.view.messages];
    change({ view: { ...state.view, messages }, hasOlder: answer.hasOlder });
  }

  function markRead() {
    const { view } = state;
    if (!view || !connection || view.readByCustomer >= view.seq) return;
    connection.read(view.conversationId, view.seq);
    change({ view: { ...view, readByCustomer: view.seq } });
  }

  function tellTyping(typing: boolean) {
    if (state.view) connection?.typing(state.view.conversationId, typing);
  }

  /** The customer whom the shop signed for, or null: the anonymous visitor. Their histories stay apart. */
  function become(next: string | null) {
    const { owner } = shelf;
    identityToken = next;
    shelf = openShelf(settings, next, storage);
    if (shelf.owner === owner) return;
    forgetOthers(settings, shelf, storage);
    change({ ...afresh, shop: state.shop });
    if (visit > 0 || hasBegunBefore()) void visitAgain();
  }

  /** The shop's signature does not hold: what was written before that was known goes on in the visitor's chat. */
  function becomeVisitor() {
    const written = state.view ? [] : state.outgoing;
    if (written[0]) shelf.outbox.save([]);
    become(null);
    change({ outgoing: written });
    written.forEach(deliver);
  }

  function signOut() {
    if (identityToken === null) return;
    shelf.clear();
    become(null);
  }

  function heard(frame: ServerFrame) {
    if (frame.type === 'standing') change({ standing: frame.standing });
    if (frame.type !== 'typing' || frame.from !== 'agent') return;
    stopTyping();
    if (!frame.typing) return;
    change({ typing: frame.name ?? '' });
    typingFades = setTimeout(stopTyping, typingFadesMs);
  }

  /** What this visitor alone may ask of the desk. */
  function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${shelf.token() ?? ''}` };
    return reach(`${settings.desk}/widget/v1/${path}`, { ...init, headers });
  }

  function stopTyping() {
    clearTimeout(typingFades);
    if (state.typing !== null) change({ typing: null });
  }

  function change(part: Partial<ChatState>) {
    state = { ...state, ...part };
    state.outgoing = stillOutgoing(state.outgoing, state.view?.messages ?? []);
    for (const listener of listeners) listener();
  }

  return {
    state: () => state,
    onChange: (listener: () => void) => void listeners.push(listener),
    begin,
    hasBegunBefore,
    send,
    attach: (file: Carried) => void attach(file),
    file: (attachmentId: string) => fetchFile(settings.desk, shelf.token() ?? '', attachmentId),
    retry,
    choose,
    older,
    markRead,
    tellTyping,
    ask,
    become,
    signOut,
  };
}

/** Messages of the shop that the customer has not seen. */
export function unreadOf({ view }: ChatState): number {
  if (!view) return 0;
  return view.messages.filter((message) => message.author !== 'customer' && message.seq > view.readByCustomer)
    .length;
}
