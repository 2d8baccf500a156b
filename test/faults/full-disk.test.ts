/** A full disk under the database: an error and no ack, and when there is room again everything goes on. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { connect } from '../../live/connection.ts';
import { newId } from '../../live/ids.ts';
import type { Embedded } from '../../server/platform/database/embedded.ts';
import { startEmbedded } from '../../server/platform/database/embedded.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { testSecret } from '../../server/platform/database/testing.ts';
import type { Desk } from '../desk.ts';
import { startDesk } from '../desk.ts';
import { until } from '../until.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinuo-small-'));
const disk = join(folder, 'disk');
const filler = join(disk, 'filler');
mkdirSync(disk);
/** Room for a cluster and little more. Mounting takes root, and a machine that allows it. */
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]).status === 0;

let embedded: Embedded | undefined;
let desk: Desk | undefined;

afterAll(async () => {
  await desk?.stop();
  await embedded?.stop('immediate');
  if (mounted) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true });
}, 60_000);

test.skipIf(!mounted)(
  'what was acknowledged is there, and what could not be stored is stored afterwards',
  async () => {
    const { visitor, conversationId } = await deskOnSmallDisk();
    const connection = connect({
      url: `${desk!.url}/widget/v1/socket`,
      authenticate: () => Promise.resolve(visitor.token),
      open: (url) => new WebSocket(url).on('error', () => {}) as unknown as globalThis.WebSocket,
      random: () => 0,
    });
    const acknowledged: { seq: number; text: string }[] = [];
    const sent: string[] = [];
    const say = async () => {
      const text = `${sent.length} ${crypto.randomUUID().repeat(100)}`;
      sent.push(text);
      const { seq } = await connection.send({ clientId: newId(), conversationId, text });
      acknowledged.push({ seq, text });
    };
    await say();
    fill();
    const refused = () =>
      desk!.failures.some((error) => /No space left|could not extend|could not write/.test(String(error)));
    // What room PostgreSQL has already taken is used up first.
    let talking = true;
    const talk = (async () => {
      while (talking) await say();
    })();
    await until('the disk’s refusal', refused, 60_000);
    const whileFull = acknowledged.length;
    expect(sent).toHaveLength(whileFull + 1);

    rmSync(filler);
    await until('an ack again', () => acknowledged.length > whileFull + 3, 60_000);
    talking = false;
    await talk;
    connection.close();

    const owner = new pg.Client({ connectionString: embedded!.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query(
      'select seq, text from messages where conversation_id = $1 order by seq',
      [conversationId],
    );
    await owner.end();
    expect(rows.slice(1)).toEqual(acknowledged);
    expect(acknowledged.map(({ text }) => text)).toEqual(sent);
    expect(acknowledged.map(({ seq }) => seq)).toEqual(sent.map((_, i) => i + 2));
  },
  180_000,
);

async function deskOnSmallDisk() {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const record = { directory: join(disk, 'cluster'), ownerPassword: crypto.randomUUID() };
  writeFileSync(join(dataDir, 'cluster.json'), JSON.stringify(record));
  for (const closed of [folder, disk]) spawnSync('chmod', ['755', closed]);
  embedded = await startEmbedded({ dataDir, log: () => {} });
  const { ownerUrl } = embedded;
  const urls = await migrate(ownerUrl, { secret: testSecret });
  desk = await startDesk({ database: { ownerUrl, ...urls, drop: async () => {} } });
  return desk.served(await desk.addShop());
}

function fill(): void {
  const file = openSync(filler, 'w');
  const block = Buffer.alloc(64 * 1024);
  for (const size of [block.length, 512]) {
    try {
      for (;;) writeSync(file, block, 0, size);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
}
