/** A program like `yinuo start` whose server only keeps notes: for the tests of everything around the server. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { readConfig } from '../../server/platform/config.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';
import { type StartServer, runServer } from '../start.ts';
import { listenForStop } from '../stop-requests.ts';

/** POST keeps the body and answers when it is committed; GET answers all that is kept. */
const startNotes: StartServer = async ({ host, port }, { ownerUrl }) => {
  const pool = new pg.Pool({ connectionString: ownerUrl });
  pool.on('error', () => {}); // an idle connection ended with the database; the next query opens another
  await pool.query('create table if not exists fake_desk_notes (body text)');
  const server = createServer((request, response) => {
    answer().then(
      (body) => response.end(body),
      (error) => response.writeHead(503).end(String(error)),
    );
    async function answer(): Promise<string> {
      if (request.method === 'POST') {
        await pool.query('insert into fake_desk_notes values ($1)', [await text(request)]);
        return 'kept';
      }
      const { rows } = await pool.query<{ body: string }>('select body from fake_desk_notes');
      return JSON.stringify(rows.map(({ body }) => body));
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  const stop = async () => {
    if (process.env.STUBBORN) await new Promise(() => {});
    server.close();
    server.closeAllConnections();
    await pool.end();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, stop };
};

try {
  const requests = listenForStop();
  const config = readConfig(process.env);
  const code = await runServer({ config, startServer: startNotes, requests, io: process });
  process.exit(code);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
