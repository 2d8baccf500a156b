import { DatabaseSync } from 'node:sqlite';
import { OperatorError } from '../operator-error.ts';

/** The right of one server to run a cluster. The kernel gives it back when the process dies, however it dies. */
export interface ClusterLock {
  release(): void;
}

/** Another live process runs the cluster: a server that must not start a second one, or one to connect to. */
export class ClusterInUse extends OperatorError {}

/** Node has no file locks; SQLite's are the operating system's. The file also says who holds it. */
export function lockCluster(file: string): ClusterLock {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('pragma synchronous = off; create table if not exists holder (pid integer)');
    lock.exec('begin immediate; delete from holder');
    lock.prepare('insert into holder values (?)').run(process.pid);
    lock.exec('commit; begin immediate');
  } catch (cause) {
    const holder = holderOf(lock);
    lock.close();
    throw new ClusterInUse(
      {
        zh: `另一个 Yinuo（进程 ${holder}）正在使用这个数据目录的数据库。请先停止它，或用 YINUO_DATA 指定别的数据目录。`,
        en: `Another Yinuo (process ${holder}) is using this data folder's database. Stop it first, or choose another data folder with YINUO_DATA.`,
      },
      { cause },
    );
  }
  return { release: () => void (lock.isOpen && lock.close()) };
}

function holderOf(lock: DatabaseSync): string {
  try {
    return String(lock.prepare('select pid from holder').get()?.pid ?? '?');
  } catch {
    return '?'; // caught in the moment of its taking
  }
}
