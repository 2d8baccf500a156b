/** The desk's HTTP side, as browsers use it. */
import type { DeskTarget } from './lane.ts';

export async function post(
  { url }: Pick<DeskTarget, 'url'>,
  path: string,
  body: object,
  cookie?: string,
): Promise<Response> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** Answers with the session's cookie. */
export async function signIn(target: DeskTarget, account: string): Promise<string> {
  const signedIn = await post(target, '/api/v1/auth/sign-in', { account, password: target.password });
  return signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
}
