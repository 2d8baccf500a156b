/** The desk’s API: whether the desk can serve, and what it says where it can’t. */

/** GET /healthz: 200 while it can serve, 503 otherwise. */
export interface Health {
  state: 'ok' | 'failing';
  parts: { database: 'ok' | 'failing'; log: 'ok' | 'failing'; jobs: 'ok' | 'failing' };
  version: string;
}

/** RFC 9457 problem details; `code` and what belongs to it are the refusal itself. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  [more: string]: unknown;
}
