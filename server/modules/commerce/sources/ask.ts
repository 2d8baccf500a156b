/** One question to a shop system, and what came of it: an answer in JSON, or its trouble. */
import type { Answered, Asked } from '../../../platform/http/guarded-fetch.ts';
import { Unreached } from '../../../platform/http/guarded-fetch.ts';
import type { Call } from './platform.ts';
import { PageGone, Troubled } from './platform.ts';

export interface Answer {
  json: unknown;
  headers: Answered['headers'];
  at: number | null;
}

export async function ask({ fetch, address, now }: Call, path: string, asked: Asked = {}): Promise<Answer> {
  const headers = { accept: 'application/json', ...asked.headers };
  const answered = await fetch(`${address}${path}`, { ...asked, headers }).catch((error: unknown) => {
    throw error instanceof Unreached ? new Troubled(error.why, null, { cause: error }) : error;
  });
  const { status, headers: said, body } = answered;
  if (status >= 300 && status < 400) throw new Troubled('redirect');
  if (status === 400) throw new PageGone('the page is gone');
  if (status === 401) throw new Troubled('key');
  if (status === 402 || status === 403) throw new Troubled('scope');
  if (status === 404 || status === 410) throw new Troubled('not-found');
  if (status === 429) throw new Troubled('busy', waitOf(said['retry-after'], now()));
  if (status < 200 || status >= 300) throw new Troubled('server', waitOf(said['retry-after'], now()));
  const at = Date.parse(said.date ?? '');
  return { json: parsed(body), headers: said, at: Number.isNaN(at) ? null : at };
}

/** In seconds, or until a time. */
function waitOf(said: string | undefined, now: number): number | null {
  if (said === undefined) return null;
  const seconds = Number(said);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now;
  return Number.isNaN(ms) ? null : Math.min(3600_000, Math.max(0, ms));
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new Troubled('no-answer', null, { cause: error });
  }
}

export function listIn(json: unknown, name?: string): unknown[] {
  const found = name === undefined ? json : (json as Record<string, unknown> | null)?.[name];
  return Array.isArray(found) ? found : noList();
}

function noList(): never {
  throw new Troubled('no-answer');
}
