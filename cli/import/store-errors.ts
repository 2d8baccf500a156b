import type { Advice } from '../../server/platform/operator-error.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';

/** What PostgreSQL can't hold (class 22), won't hold (23) or finds too large (54): this line's fault, and no other's. */
export function isOfTheLine(error: unknown): boolean {
  return /^(22|23|54)/.test(codeOf(error));
}

/** What to tell when the database ended under the import; anything else stays the error it is. */
export function lostDatabase(
  error: unknown,
  imported: number,
  what: Advice = { zh: '段会话', en: 'conversations' },
): unknown {
  const lost =
    /^(08|57)/.test(codeOf(error)) ||
    /^E[A-Z]+$/.test(codeOf(error)) ||
    (error as Error).message.startsWith('Connection terminated');
  if (!lost) return error;
  const reason = (error as Error).message;
  return new OperatorError(
    {
      zh: `与数据库的连接断开了（${reason}）。已导入的 ${imported} ${what.zh}保留着；数据库恢复后，再执行一次同样的命令即可接着导入。`,
      en: `The connection to the database was lost (${reason}). The ${imported} ${what.en} imported so far stay; once the database is back, run the same command again to go on.`,
    },
    { cause: error },
  );
}

const codeOf = (error: unknown) => String((error as { code?: unknown })?.code ?? '');
