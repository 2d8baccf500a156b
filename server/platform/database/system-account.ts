import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { OperatorError } from '../operator-error.ts';

/** The system user that PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

export const runsAsRoot = process.getuid?.() === 0;

/**
 * The account for a new cluster. PostgreSQL refuses root and needs a user that the system knows by name;
 * root therefore lends it the system user `yinuo`, made once, or `nobody` where users can't be added.
 */
export function accountForNewCluster(): Account {
  if (!runsAsRoot) return ownAccount();
  const existing = find('yinuo');
  if (existing) return existing;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/var/lib/yinuo',
    '--shell',
    '/usr/sbin/nologin',
    'yinuo',
  ]);
  const account = find('yinuo') ?? find('nobody');
  if (!account) {
    throw new OperatorError({
      zh: '以 root 启动时，PostgreSQL 需要一个普通系统用户，但无法创建用户“yinuo”，也没有“nobody”。请先执行：useradd --system yinuo。',
      en: 'Started as root, PostgreSQL needs an ordinary system user, but "yinuo" can\'t be created and there is no "nobody". Run first: useradd --system yinuo.',
    });
  }
  return account;
}

function ownAccount(): Account {
  try {
    const { uid, gid } = userInfo();
    return { uid, gid };
  } catch (cause) {
    const uid = process.getuid?.();
    throw new OperatorError(
      {
        zh: `当前用户（uid ${uid}）在 /etc/passwd 中没有记录，PostgreSQL 无法运行。请换一个有记录的用户，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
        en: `The current user (uid ${uid}) has no entry in /etc/passwd, and PostgreSQL won't run without one. Use a user that has one, or set DATABASE_URL to a PostgreSQL of your own.`,
      },
      { cause },
    );
  }
}

function find(name: string): Account | null {
  const [uid, gid] = ['-u', '-g'].map((option) => {
    const answer = spawnSync('id', [option, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout) : null;
  });
  return uid && gid ? { uid, gid } : null;
}
