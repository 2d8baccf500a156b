import { resolve } from 'node:path';
import { type Advice, OperatorError } from './operator-error.ts';
import { masterSecret } from './secret.ts';

/** The environment, read once. */
export interface Config {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** A PostgreSQL of the operator's own; null: the embedded one. */
  databaseUrl: string | null;
  /** The master secret, from which passwords and keys are derived; never a key itself. */
  secret: string;
}

/** Every setting there is; docs/settings.md explains the same ones. */
export const settings = {
  PORT: '8080',
  HOST: '127.0.0.1',
  YINUO_DATA: './data',
  DATABASE_URL: null,
  YINUO_SECRET: null,
} as const;

export type SettingName = keyof typeof settings;
type Environment = Partial<Record<string, string>>;

export interface Problem extends Advice {
  setting: SettingName;
}

/** Names every wrong setting at once. */
export class ConfigError extends OperatorError {
  readonly problems: Problem[];

  constructor(problems: Problem[], options?: ErrorOptions) {
    super(
      {
        zh: problems.map(({ setting, zh }) => `设置 ${setting} 不正确：${zh}`).join('\n'),
        en: problems.map(({ setting, en }) => `The setting ${setting} is wrong: ${en}`).join('\n'),
      },
      options,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** An empty variable counts as unset. Makes the data folder and its secret when they are missing. */
export function readConfig(env: Environment): Config {
  const problems = [checkPort(env), checkHost(env), checkDatabaseUrl(env), checkSecret(env)].filter(
    (problem) => problem !== null,
  );
  if (problems.length > 0) throw new ConfigError(problems);
  const dataDir = resolve(value(env, 'YINUO_DATA'));
  return {
    port: Number(value(env, 'PORT')),
    host: value(env, 'HOST'),
    dataDir,
    databaseUrl: value(env, 'DATABASE_URL'),
    secret: value(env, 'YINUO_SECRET') ?? storedSecret(dataDir),
  };
}

function value<Name extends SettingName>(env: Environment, setting: Name): string | (typeof settings)[Name] {
  return env[setting]?.trim() || settings[setting];
}

function checkPort(env: Environment): Problem | null {
  const port = value(env, 'PORT');
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return null;
  return {
    setting: 'PORT',
    zh: `“${port}”不是端口号。请填 0 到 65535 的整数（0 表示任选一个空闲端口）。`,
    en: `"${port}" is not a port. Give a whole number from 0 to 65535 (0 takes any free port).`,
  };
}

function checkHost(env: Environment): Problem | null {
  const host = value(env, 'HOST');
  if (/^[\p{L}\p{N}.:%_-]+$/u.test(host) && !/:\d+$/.test(host.replace(/.*::.*|(.*:){2,}.*/, '')))
    return null;
  return {
    setting: 'HOST',
    zh: `“${host}”不是地址或主机名。请只填要监听的地址，例如 127.0.0.1 或 0.0.0.0，端口写在 PORT 中。`,
    en: `"${host}" is not an address or host name. Give only the address to listen on, such as 127.0.0.1 or 0.0.0.0; the port goes into PORT.`,
  };
}

function checkDatabaseUrl(env: Environment): Problem | null {
  const url = value(env, 'DATABASE_URL');
  if (url === null) return null;
  const { protocol, pathname } = URL.parse(url) ?? {};
  if (/^postgres(ql)?:$/.test(protocol ?? '') && pathname && pathname !== '/') return null;
  // The value is not repeated: it usually holds a password, and this message ends up in logs.
  return {
    setting: 'DATABASE_URL',
    zh: '不是 PostgreSQL 的连接地址。请写成 postgresql://用户:密码@主机:5432/数据库，其中的特殊字符用百分号编码。',
    en: 'it is not the address of a PostgreSQL. Write postgresql://user:password@host:5432/database, with special characters percent-encoded.',
  };
}

const shortestSecret = 32;

function checkSecret(env: Environment): Problem | null {
  const secret = value(env, 'YINUO_SECRET');
  if (secret === null || secret.length >= shortestSecret) return null;
  return {
    setting: 'YINUO_SECRET',
    zh: `太短，容易被猜出。请用至少 ${shortestSecret} 个随机字符，例如 openssl rand -hex 32 的输出；不填则自动生成。`,
    en: `it is too short and could be guessed. Use at least ${shortestSecret} random characters, such as the output of openssl rand -hex 32; left out, one is generated.`,
  };
}

function storedSecret(dataDir: string): string {
  try {
    return masterSecret(dataDir);
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    const reason = (cause as Error).message;
    throw new ConfigError(
      [
        {
          setting: 'YINUO_DATA',
          zh: `数据目录 ${dataDir} 无法读写（${reason}）。请检查目录的权限和所有者，或换一个目录。`,
          en: `the data folder ${dataDir} can't be read and written (${reason}). Check its permissions and owner, or choose another folder.`,
        },
      ],
      { cause },
    );
  }
}
