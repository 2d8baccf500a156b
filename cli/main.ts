import { OperatorError } from '../server/platform/operator-error.ts';
import type { Command, Io } from './command.ts';

interface Entry {
  zh: string;
  en: string;
  load(): Promise<Command>;
}

/** Loaded when called: `check` must not wait for the server's packages. */
const commands: Record<string, Entry> = {
  start: {
    zh: '启动服务台（带演示店铺）',
    en: 'start the desk with the demo shop',
    load: async () => (await import('./start.ts')).startCommand,
  },
  serve: {
    zh: '为真实店铺启动服务台，不带演示数据',
    en: 'start the desk of a real shop, without demo data',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  check: {
    zh: '逐行检查会话（JSONL），不需要数据库',
    en: 'check conversations line by line (JSONL), without a database',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  promises: {
    zh: '逐行读出话里的承诺和期限（JSONL），不需要数据库',
    en: 'read promises and their due times line by line (JSONL), without a database',
    load: async () => (await import('./promises.ts')).promisesCommand,
  },
  policy: {
    zh: '逐行按售后政策给出决定（JSONL），不需要数据库',
    en: 'decide after-sale wishes by the policy line by line (JSONL), without a database',
    load: async () => (await import('./policy.ts')).policyCommand,
  },
  import: {
    zh: '导入历史会话并评分',
    en: 'import past conversations and score them',
    load: async () => (await import('./import.ts')).importCommand,
  },
  replay: {
    zh: '把会话文件作为实时对话重放',
    en: 'play a file of conversations as live traffic',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  bench: {
    zh: '测量性能，并与对照程序比较',
    en: 'measure against baseline programs',
    load: async () => (await import('./bench.ts')).benchCommand,
  },
};

/** Runs `yinuo <name> …`; returns the exit code. An operator's error is told without a stack. */
export async function main(argv: string[], io: Io): Promise<number> {
  const [name = '--help', ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(help());
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    io.stderr.write(`没有命令“${name}”。\nThere is no command "${name}".\n\n${help()}`);
    return 2;
  }
  try {
    const command = await entry.load();
    return await command(rest, io);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { zh, en }]) => `  ${name.padEnd(width)}  ${zh}\n  ${' '.repeat(width)}  ${en}\n`,
  );
  return `yinuo <命令 command> [选项 options]\n\n${lines.join('')}`;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), process);
  // The launcher's channel would keep a finished command alive.
  if (process.connected) process.disconnect();
}
