/** Who will connect: agents who are signed in with a conversation before them, and visitors whose widget stands open. */
import { randomUUID } from 'node:crypto';
import type { InboxPage, WidgetSession } from '../../core/api.ts';
import type { Cursor } from '../../core/wire.ts';
import { post, signIn } from '../load/front-door.ts';
import type { DeskTarget } from '../load/lane.ts';
import { openSocket } from '../load/socket.ts';

/** What one client needs to come in, and to follow what it follows. */
export type Pass =
  | { kind: 'desk'; cookie: string; conversationId: string; cursor: Cursor }
  | { kind: 'widget'; visitorToken: string; conversationId: string; cursor: Cursor };

/** One desk to nine widgets. */
export const widgetsADesk = 9;
export const desksOf = (connections: number) => Math.ceil(connections / (widgetsADesk + 1));

/** Desks and widgets evenly mixed, all through the front door. */
export async function issuePasses(
  target: DeskTarget,
  connections: number,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Pass[]> {
  const passes: Pass[] = [];
  for (let from = 0; from < connections; from += together) {
    signal.throwIfAborted();
    const count = Math.min(together, connections - from);
    passes.push(...(await Promise.all(Array.from({ length: count }, (_, i) => issue(target, from + i)))));
    onProgress(passes.length);
  }
  return passes;
}

const together = 20;

function issue(target: DeskTarget, place: number): Promise<Pass> {
  const desk = place / (widgetsADesk + 1);
  return Number.isInteger(desk) ? issueToAgent(target, desk) : issueToVisitor(target);
}

/** A session of its own, and a conversation that it has had and that is over: an open one would not be idle. */
async function issueToAgent(target: DeskTarget, desk: number): Promise<Pass> {
  const account = target.accounts[desk % target.accounts.length]!;
  const cookie = await signIn(target, account);
  const { conversationId } = await issueToVisitor(target, '想换一件大一码的');
  await post(target, `/api/v1/conversations/${conversationId}/claim`, {}, cookie);
  await post(target, `/api/v1/conversations/${conversationId}/resolve`, {}, cookie);
  const inbox = await fetch(`${target.url}/api/v1/conversations?view=mine`, { headers: { cookie } });
  const { cursor } = (await inbox.json()) as InboxPage;
  return { kind: 'desk', cookie, conversationId, cursor };
}

async function issueToVisitor(target: DeskTarget, words?: string): Promise<Pass & { kind: 'widget' }> {
  const opened = await post(target, '/widget/v1/sessions', { shop: target.shop });
  const { visitorToken, view, cursor } = (await opened.json()) as WidgetSession;
  const { conversationId } = view;
  const pass = { kind: 'widget', visitorToken: visitorToken!, conversationId, cursor } as const;
  if (words) await say(target, pass, words);
  return pass;
}

async function say(
  { url }: DeskTarget,
  { visitorToken, conversationId }: Pass & { kind: 'widget' },
  text: string,
) {
  const broken = Promise.withResolvers<never>();
  const socket = await openSocket(`${url.replace('http', 'ws')}/widget/v1/socket`, {}, (reason) =>
    broken.reject(new Error(reason)),
  );
  socket.send({ type: 'authenticate', visitorToken });
  await Promise.race([socket.next('ready'), broken.promise]);
  socket.send({ type: 'send', clientId: randomUUID(), conversationId, text, topic: 'after-sale' });
  await Promise.race([socket.next('ack'), broken.promise]);
  await socket.close();
}
