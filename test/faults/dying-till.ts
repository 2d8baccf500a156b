/** A till whose book is a file, and a desk beside others that falls down at one point of a payment. Run as a process of its own. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createApp } from '../../server/app.ts';
import type { Till } from '../../server/modules/operations/index.ts';
import { testSecret } from '../../server/platform/database/testing.ts';

export type DiesAt = 'before it is paid' | 'when it is paid' | 'when it has answered';

/** Every payment that was ever made, by its key. */
export const paidIn = (book: string): string[] =>
  existsSync(book) ? readFileSync(book, 'utf8').split('\n').filter(Boolean) : [];

export function fileTill(book: string, diesAt: DiesAt | null = null): Till {
  const die = () => process.kill(process.pid, 'SIGKILL');
  return {
    async pay({ paymentId }) {
      if (diesAt === 'before it is paid') die();
      if (!paidIn(book).includes(paymentId)) appendFileSync(book, `${paymentId}\n`);
      if (diesAt === 'when it is paid') die();
      if (diesAt === 'when it has answered') setImmediate(die);
      return { said: 'paid', reference: paymentId };
    },
    async ask({ paymentId }) {
      return paidIn(book).includes(paymentId) ? { said: 'paid', reference: paymentId } : { said: 'unheard' };
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const [appUrl, pumpUrl, filesDir, book, diesAt] = process.argv.slice(2) as [
    string,
    string,
    string,
    string,
    DiesAt,
  ];
  const app = await createApp({
    urls: { appUrl, pumpUrl },
    secret: testSecret,
    filesDir,
    version: 'test',
    tills: { demo: fileTill(book, diesAt) },
    onFailure: (error) => console.error(error),
  });
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  console.log((app.http.server.address() as { port: number }).port);
}
