import { parseArgs } from 'node:util';
import { demoPassword } from '../../demo/people.ts';

export interface ReplayOptions {
  files: string[];
  /** Pauses are divided by it. */
  speed: number;
  /** The desk's address, without a slash at its end. */
  url: string;
  /** How many conversations; Infinity: all. */
  limit: number;
  /** Who answers, as `shop:login`, all of one shop. */
  accounts: string[];
  password: string;
  /** How many conversations at once. */
  parallel: number;
  /** One JSON line for each acknowledged message goes there. */
  journal: string | null;
}

const defaultAccounts = ['yunduo:lin', 'yunduo:zhou', 'yunduo:chen'];
/** What an agent serves at once unless the shop says otherwise. */
const conversationsEach = 8;

const usage = `用法：yinuo replay 文件.jsonl… [选项]
  --speed N         停顿缩短到 1/N，默认 1；没有时间的会话每句停顿 4 秒
  --url 地址        服务台地址，默认 http://localhost:8080
  --limit N         最多播放几段会话
  --account 帐号    由谁回复，可写多次；默认 ${defaultAccounts.join('、')}
  --password 密码   这些帐号的密码；默认是演示店的密码
  --parallel N      同时进行几段，默认每个帐号 ${conversationsEach} 段
  --journal 文件    每条已确认的消息写一行 JSON

Usage: yinuo replay FILE.jsonl… [options]
  --speed N         shortens pauses to 1/N, 1 by default; 4 s a turn where there are no times
  --url URL         the desk, http://localhost:8080 by default
  --limit N         plays at most so many conversations
  --account ACCOUNT who answers, may be given several times; by default ${defaultAccounts.join(', ')}
  --password WORD   of these accounts; by default that of the demo shop
  --parallel N      how many at once, by default ${conversationsEach} for each account
  --journal FILE    writes a JSON line for each acknowledged message
`;

export function readOptions(argv: string[]): { options: ReplayOptions } | { usage: string; asked: boolean } {
  try {
    const { values, positionals: files } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        speed: { type: 'string', default: '1' },
        url: { type: 'string', default: 'http://localhost:8080' },
        limit: { type: 'string', default: 'Infinity' },
        account: { type: 'string', multiple: true, default: defaultAccounts },
        password: { type: 'string', default: demoPassword },
        parallel: { type: 'string' },
        journal: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { usage, asked: true };
    const { account: accounts, url, password, journal = null } = values;
    const parallel = values.parallel ?? String(accounts.length * conversationsEach);
    for (const [name, text] of Object.entries({ speed: values.speed, limit: values.limit, parallel })) {
      if (!(Number(text) > 0)) return wrong(`--${name} 要大于 0`, `--${name} must be above 0`);
    }
    if (files.length === 0) return wrong('没有写要播放的文件', 'no file to play was given');
    if (!/^https?:\/\/[^/]+\/?$/.test(url))
      return wrong('--url 要写成 http://主机:端口', '--url must be like http://host:port');
    const shops = new Set(accounts.map(shopOf));
    if (shops.size !== 1 || shops.has(''))
      return wrong(
        '--account 要写成 店铺:登录名，且同属一家店铺',
        '--account must be shop:login, all of one shop',
      );
    return {
      options: {
        files,
        speed: Number(values.speed),
        url: url.replace(/\/$/, ''),
        limit: Number(values.limit),
        accounts,
        password,
        parallel: Math.ceil(Number(parallel)),
        journal,
      },
    };
  } catch (error) {
    return wrong('参数不对', (error as Error).message);
  }
}

export const shopOf = (account: string) => /^([^:]+):./.exec(account)?.[1] ?? '';

function wrong(zh: string, en: string) {
  return { usage: `${zh}。\n${en}\n\n${usage}`, asked: false };
}
