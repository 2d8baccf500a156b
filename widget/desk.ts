/** The desk's HTTP answers to a visitor. Rejects with Refused where the desk said no, otherwise it was not reached. */
import type { WidgetSession } from '../core/api.ts';
import type { CustomerMessage } from '../core/conversations/customer-view.ts';
import type { Refusal } from '../core/refusal.ts';
import { Refused } from '../core/refusal.ts';
import type { Lang } from '../core/standard/facts.ts';

export interface SessionRequest {
  shop: string;
  visitorToken?: string;
  identityToken?: string;
  lang: Lang;
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

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, credentials: 'omit' });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused(answer as Refusal);
  return answer as Answer;
}
