/** The desk's HTTP answers to a visitor. Rejects with Refused where the desk said no, otherwise it was not reached. */
import type { UploadAnswer, WidgetSession } from '../core/api.ts';
import { longestFileName } from '../core/attachments.ts';
import type { CustomerMessage } from '../core/conversations/customer-view.ts';
import type { Refusal } from '../core/refusal.ts';
import { Refused } from '../core/refusal.ts';
import type { Lang } from '../core/standard/facts.ts';
import { remade } from '../live/picture.ts';

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

/** Announced, then sent; answers with the id that the message names. */
export async function sendFile(desk: string, visitorToken: string, file: File): Promise<string> {
  const bytes = await remade(file);
  const authorization = `Bearer ${visitorToken}`;
  const { attachmentId } = await ask<UploadAnswer>(`${desk}/widget/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ name: file.name.slice(-longestFileName), size: bytes.size }),
  });
  await ask(`${desk}/widget/v1/uploads/${attachmentId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization },
    body: bytes,
  });
  return attachmentId;
}

export async function fetchFile(desk: string, visitorToken: string, attachmentId: string): Promise<Blob> {
  const response = await fetch(`${desk}/widget/v1/files/${attachmentId}`, {
    headers: { authorization: `Bearer ${visitorToken}` },
    credentials: 'omit',
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.blob();
}

async function ask<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, credentials: 'omit' });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused(answer as Refusal);
  return answer as Answer;
}
