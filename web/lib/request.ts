/** The desk's road to `/api/v1`: JSON both ways, and a refusal thrown as the data it is. */
import { Refused, type Refusal } from '../../core/refusal.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Throws `Refused`; a server that cannot be reached is `unavailable`. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return parsed(await requestText(method, path, body, signal)) as T;
}

/** What is no JSON: pages, files. */
export async function requestText(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<string> {
  const response = await reach(method, path, body, signal);
  const text = await response.text();
  if (response.ok) return text;
  throw new Refused(refusalOf(response, parsed(text)));
}

async function reach(method: Method, path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      signal,
      credentials: 'same-origin',
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused({ code: 'unavailable', part: 'server' });
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A problem document is the refusal with a few words around it; a proxy's error page is not ours. */
function refusalOf(response: Response, answer: unknown): Refusal {
  if (answer !== null && typeof answer === 'object' && 'code' in answer) return answer as Refusal;
  if (response.status === 401) return { code: 'unauthenticated' };
  if (response.status === 429) {
    return { code: 'too-many', retryAfterSeconds: Number(response.headers.get('retry-after')) || 60 };
  }
  return { code: 'unavailable', part: 'server' };
}
