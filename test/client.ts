/** Who calls the desk in a test: anybody, somebody signed in, a visitor of a shop's page. */
import type { Colleague, Me, WidgetSession } from '../core/api.ts';
import type { ServerFrame, Topic } from '../core/wire.ts';
import type { Topic as CustomerTopic } from '../core/team/routing.ts';
import type { TestPerson, TestShop } from './shops.ts';
import type { TestSocket } from './socket.ts';
import { openSocket } from './socket.ts';
import { until } from './until.ts';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  text: string;
  /** What the text says as JSON; undefined where it is none. */
  body: Body;
}

/** Everything the desk ever said to anybody, with where it was said. */
export type Heard = { where: string; text: string }[];

export class Client {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly #heard: Heard;

  constructor(url: string, heard: Heard, headers: Record<string, string> = {}) {
    this.url = url;
    this.headers = headers;
    this.#heard = heard;
  }

  with(headers: Record<string, string>): Client {
    return new Client(this.url, this.#heard, { ...this.headers, ...headers });
  }

  get = <T = unknown>(path: string) => this.call<T>('GET', path);
  post = <T = unknown>(path: string, body: unknown = {}) => this.call<T>('POST', path, body);
  put = <T = unknown>(path: string, body: unknown = {}) => this.call<T>('PUT', path, body);
  delete = <T = unknown>(path: string) => this.call<T>('DELETE', path);

  /** `body` is written as JSON; a string goes as it is. */
  async call<T = unknown>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...this.headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const heads = JSON.stringify([...response.headers].filter(([name]) => name !== 'set-cookie'));
    this.#heard.push({ where: `${method} ${path}`, text: `${heads}\n${text}` });
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (text && /json\b/.test(response.headers.get('content-type') ?? '')
        ? JSON.parse(text)
        : undefined) as T,
    };
  }

  /** A file's bytes, as they are. */
  async upload<T = unknown>(
    path: string,
    bytes: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...headers, ...this.headers },
      body: bytes,
      duplex: 'half',
    } as RequestInit);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  /** The socket, or the status that it was refused with. */
  connect(path: string, headers: Record<string, string> = {}): Promise<TestSocket | number> {
    return openSocket(this.url.replace('http', 'ws') + path, { ...this.headers, ...headers }, (text) =>
      this.#heard.push({ where: `socket ${path}`, text }),
    );
  }

  protected async mustConnect(path: string): Promise<TestSocket> {
    const socket = await this.connect(path);
    if (typeof socket === 'number') throw new Error(`${path} answered ${socket}`);
    return socket;
  }
}

/** Somebody signed in at the desk. */
export class DeskClient extends Client {
  readonly person: TestPerson;
  readonly me: Me;
  readonly token: string;

  constructor(url: string, heard: Heard, person: TestPerson, me: Me, token: string) {
    super(url, heard, { cookie: `yinuo_session=${token}` });
    this.person = person;
    this.me = me;
    this.token = token;
  }

  async socket(): Promise<TestSocket> {
    const socket = await this.mustConnect('/api/v1/socket');
    await socket.frame('ready');
    return socket;
  }

  /** A socket that listens to the conversation, the inbox or the wall from the present on. */
  async listening(topic: Topic): Promise<TestSocket> {
    const socket = await this.socket();
    const path =
      topic === 'inbox'
        ? '/api/v1/conversations?view=all'
        : topic === 'wall'
          ? '/api/v1/wall'
          : `/api/v1/conversations/${topic.conversation}`;
    const { body } = await this.get<{ cursor: string }>(path);
    socket.subscribe(topic, body.cursor);
    await socket.roundTrip();
    return socket;
  }

  /** At the desk and ready for customers, until the socket closes. */
  async available(): Promise<TestSocket> {
    const socket = await this.socket();
    socket.send({ type: 'presence', state: 'available' });
    // Nothing is answered to it: it is there when colleagues see it.
    await until('presence to be noted', async () => {
      const { body } = await this.get<Colleague[]>('/api/v1/agents');
      return body.find(({ agentId }) => agentId === this.person.agentId)?.presence === 'available';
    });
    return socket;
  }
}

/** A browser on the shop's page. */
export class Visitor extends Client {
  readonly shop: TestShop;
  readonly session: WidgetSession;
  readonly token: string;
  #socket: Promise<TestSocket> | null = null;

  constructor(url: string, heard: Heard, shop: TestShop, session: WidgetSession, token: string) {
    super(url, heard);
    this.shop = shop;
    this.session = session;
    this.token = token;
  }

  get conversationId(): string {
    return this.session.view.conversationId;
  }

  /** A new socket that has shown its token. */
  async socket(): Promise<TestSocket> {
    const socket = await this.mustConnect('/widget/v1/socket');
    socket.send({ type: 'authenticate', visitorToken: this.token });
    await socket.frame('ready');
    return socket;
  }

  async listening(): Promise<TestSocket> {
    const socket = await this.socket();
    socket.subscribe({ conversation: this.conversationId }, this.session.cursor);
    await socket.roundTrip();
    return socket;
  }

  /** Says it on one socket that is kept; resolves when it is acknowledged. */
  async say(
    text: string,
    topic: CustomerTopic = 'after-sale',
  ): Promise<Extract<ServerFrame, { type: 'ack' }>> {
    this.#socket ??= this.socket();
    const answer = await (await this.#socket).say(this.conversationId, text, { topic });
    if (answer.type === 'ack') return answer;
    throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  }
}
