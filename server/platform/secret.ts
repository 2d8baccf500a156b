import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from './operator-error.ts';
import { writeOnce } from './write-once.ts';

/** The data folder's master secret, generated at the first start. */
export function masterSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'secret');
  // A new secret beside old data would look fine and read nothing that the old one had encrypted.
  if (!existsSync(path) && existsSync(join(dataDir, 'cluster.json'))) throw lost(path);
  const secret = existsSync(path)
    ? readFileSync(path, 'utf8')
    : writeOnce(path, randomBytes(32).toString('hex'));
  if (secret.trim().length < 32) throw lost(path);
  return secret.trim();
}

function lost(path: string): OperatorError {
  return new OperatorError({
    zh: `主密钥 ${path} 缺失或不完整，而数据已用它加密。请从备份恢复这个文件，或用 YINUO_SECRET 提供原来的密钥。`,
    en: `The master secret ${path} is missing or incomplete, and the data was encrypted with it. Restore this file from a backup, or give the old secret in YINUO_SECRET.`,
  });
}
