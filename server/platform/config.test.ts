import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settings } from './config.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'yinuo-config-'))));
afterEach(() => rmSync(dataDir, { recursive: true }));

const secret = 'thirty-two characters, or more..';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig({ YINUO_DATA: dataDir, YINUO_SECRET: secret, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ setting }) => setting);
    throw error;
  }
  return [];
}

test('nothing needs to be set, and an empty setting is an unset one', () => {
  const config = readConfig({ YINUO_DATA: dataDir, PORT: '', DATABASE_URL: ' ' });
  expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', dataDir, databaseUrl: null });
});

describe('each setting', () => {
  test.for<Record<string, string>>([
    { PORT: '0' },
    { PORT: '65535' },
    { HOST: '0.0.0.0' },
    { HOST: '::1' },
    { HOST: 'desk.example.cn' },
    { DATABASE_URL: 'postgres://me:p%40ss@db:5432/yinuo?sslmode=require' },
    { DATABASE_URL: 'postgresql://me@%2Frun%2Fpostgresql/yinuo' },
  ])('accepts %o', (env) => expect(problemsOf(env)).toEqual([]));

  test.for<Record<string, string>>([
    { PORT: '65536' },
    { PORT: '-1' },
    { PORT: '80a' },
    { HOST: 'http://localhost' },
    { HOST: 'localhost:8080' },
    { DATABASE_URL: 'mysql://db/yinuo' },
    { DATABASE_URL: 'postgres://db' },
    { DATABASE_URL: 'db' },
    { YINUO_SECRET: 'short' },
  ])('refuses %o', (env) => expect(problemsOf(env)).toEqual(Object.keys(env)));
});

test('all wrong settings are named at once, in both languages, without the password', () => {
  const read = () => readConfig({ PORT: 'x', HOST: '/', DATABASE_URL: 'me:hunter2@db' });
  expect(read).toThrow(/设置 PORT[^]*设置 HOST[^]*设置 DATABASE_URL[^]*setting PORT[^]*HOST[^]*DATABASE_URL/);
  expect(read).not.toThrow(/hunter2/);
});

describe('the master secret', () => {
  test('is made once, for its owner only', () => {
    const made = readConfig({ YINUO_DATA: dataDir }).secret;
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(readConfig({ YINUO_DATA: dataDir }).secret).toBe(made);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('is not made anew beside data that the lost one encrypted', () => {
    writeFileSync(join(dataDir, 'cluster.json'), '{}');
    expect(() => readConfig({ YINUO_DATA: dataDir })).toThrow(/master secret .* is missing/);
    expect(readConfig({ YINUO_DATA: dataDir, YINUO_SECRET: secret }).secret).toBe(secret);
  });

  test('cut short on disk is refused', () => {
    writeFileSync(join(dataDir, 'secret'), 'abc');
    expect(() => readConfig({ YINUO_DATA: dataDir })).toThrow(/incomplete/);
  });

  test('in a place that is no folder is the fault of YINUO_DATA', () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    expect(() => readConfig({ YINUO_DATA: file })).toThrow(/setting YINUO_DATA is wrong/);
  });
});

test('docs/settings.md lists every setting with its default, in both languages', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8');
  const documented = [...page.matchAll(/^\| `(\w+)` \| (?:`(.+?)`|无|none) \|/gm)].map(([, name, value]) => [
    name,
    value ?? null,
  ]);
  expect(documented).toEqual([...Object.entries(settings), ...Object.entries(settings)]);
});
