/** The line between browsers and the desk, which a test can cut, mend, and lead to another server. */
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export class Cable {
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #port: number;
  #whole = true;
  #deaf = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.#port = port;
    server.on('connection', (near) => this.#join(near));
  }

  /** Laid to a port of this machine. */
  static async lay(port: number): Promise<Cable> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Cable(server, port);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Every connection breaks, and no new one comes about. */
  cut(): void {
    this.#whole = false;
    for (const end of this.#ends) end.destroy();
  }

  /** What the browsers say still arrives; what the desk answers does not. */
  deafen(): void {
    this.#deaf = true;
  }

  /** @param port of the server that stands in the old one's place */
  mend(port = this.#port): void {
    this.#port = port;
    this.#whole = true;
    this.#deaf = false;
  }

  async remove(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(near: Socket): void {
    if (!this.#whole) return void near.destroy();
    const far = connect(this.#port, '127.0.0.1');
    this.#hold(near, far);
    this.#hold(far, near);
    near.pipe(far);
    far.on('data', (said) => this.#deaf || near.write(said));
  }

  #hold(end: Socket, other: Socket): void {
    this.#ends.add(end);
    end.on('error', () => {}); // a cut is no failure here
    end.on('close', () => {
      this.#ends.delete(end);
      other.destroy();
    });
  }
}
