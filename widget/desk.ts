/** The desk's HTTP answers to a visitor. Rejects with Refused where the desk said no, otherwise it was not reached. */
import type { WidgetSession } from '../core/api.ts';
import type { CustomerMessage } from '../core/conversations/customer-view.ts';
import type { Refusal } from '../core/refusal.ts';
import { Refused } from '../core/refusal.ts';
import type { PublicLook } from '../core/team/widget-look.ts';
import type { WidgetLang } from './lang.ts';

export interface SessionRequest {
  shop: string;
  visitorToken?: string;
  identityToken?: string;
  lang: WidgetLang;
}

export interface OlderMessages {
  messages: CustomerMessage[];
  hasOlder: boolean;
}

export function openSession(desk: string, request: SessionRequest): Promise<WidgetSession> {
  return ask(`${desk}/widget/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}

export function fetchOlder(desk: string, visitorToken: string, before: number): Promise<OlderMessages> {
  return ask(`${desk}/widget/v1/messages?before=${before}`, {
    headers: { authorization: `Bearer ${visitorToken}` },
  });
}

/** How the shop dresses the widget; where that can't be had, or not soon, it wears its own. */
export function fetchLook(desk: string, shop: string): Promise<PublicLook | null> {
  const late = new Promise<null>((resolve) => void setTimeout(resolve, latestLookMs, null));
  const look = ask<PublicLook>(`${desk}/widget/v1/looks/${encodeURIComponent(shop)}`, {});
  return Promise.race([look.catch(() => null), late]);
}

const latestLookMs = 3000;

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer> {
  return (await reach(url, init)).json() as Promise<Answer>;
}

/** For what is no JSON. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'omit' });
  if (!response.ok) throw new Refused((await response.json()) as Refusal);
  return response;
}

export async function fetchFile(desk: string, visitorToken: string, attachmentId: string): Promise<Blob> {
  const response = await reach(`${desk}/widget/v1/files/${attachmentId}`, {
    headers: { authorization: `Bearer ${visitorToken}` },
  });
  return response.blob();
}
