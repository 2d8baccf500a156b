/** Each connection is an open file, for the server and for the clients: told before a run, not half-way through it. */
import { OperatorError } from '../../server/platform/operator-error.ts';

/** Beside the connections: the program itself, its database connections. */
const others = 200;

export function requireOpenFiles(connections: number, allowed = mostOpenFiles()): void {
  const needed = connections + others;
  if (allowed >= needed) return;
  const most = Math.max(100, Math.floor((allowed - others) / 100) * 100);
  throw new OperatorError({
    zh: `${connections} 条连接需要每个进程能打开 ${needed} 个文件，而这里最多 ${allowed} 个。请先运行 ulimit -n ${needed}（systemd 服务用 LimitNOFILE=${needed}，容器用 --ulimit nofile=${needed}），或者用 --connections ${most} 测量较少的连接。`,
    en: `${connections} connections need ${needed} open files in each process, and at most ${allowed} are allowed here. Run ulimit -n ${needed} first (LimitNOFILE=${needed} for a systemd service, --ulimit nofile=${needed} for a container), or measure fewer with --connections ${most}.`,
  });
}

/** Node takes what the hard limit allows. Without such limits, as on Windows: all. */
function mostOpenFiles(): number {
  const { userLimits } = process.report.getReport() as unknown as Report;
  const most = userLimits?.open_files.hard ?? 'unlimited';
  return most === 'unlimited' ? Infinity : Number(most);
}

interface Report {
  userLimits?: { open_files: { hard: number | 'unlimited' } };
}
