/** `yinuo check --standard`: a shop's own settings, as `GET /api/v1/standard` gives them. */
import { readFileSync } from 'node:fs';
import type { Standard } from '../../core/standard/apply-settings.ts';
import { standardOf } from '../../core/standard/apply-settings.ts';
import { settingsProblems } from '../../core/standard/settings-problems.ts';
import { standardInForce } from '../../core/standard/settings.ts';
import { refusalWords } from '../../core/words/refusals.ts';
import type { Lang } from '../../core/standard/facts.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';

/** The standard itself where no file is named. */
export async function readStandard(file: string | undefined): Promise<Standard> {
  if (file === undefined) return standardOf(standardInForce);
  const text = readText(file);
  // Only here: without a shop's settings nothing waits for the server's packages.
  const { settingsSchema } = await import('../../server/modules/standard/index.ts');
  const parsed = settingsSchema.safeParse(settingsIn(text));
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') || 'settings';
    throw unfit(file, { zh: `“${field}”这一项不对。`, en: `The field "${field}" is not right.` });
  }
  const problems = settingsProblems(parsed.data);
  const words = (lang: Lang) => refusalWords({ code: 'invalid', problems }, lang);
  if (problems.length > 0) throw unfit(file, { zh: words('zh'), en: words('en') });
  return standardOf({ ...standardInForce, settings: parsed.data });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unfit(file, { zh: '读不出这个文件。', en: 'The file cannot be read.' }, error);
  }
}

function settingsIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return (value as { settings?: unknown } | null)?.settings ?? value;
  } catch {
    return null;
  }
}

function unfit(file: string, why: Record<Lang, string>, cause?: unknown): OperatorError {
  const words = {
    zh: `${file} 不是服务规范的设置：${why.zh}请用 GET /api/v1/standard 重新导出。`,
    en: `${file} holds no settings of the standard. ${why.en} Export them again with GET /api/v1/standard.`,
  };
  return new OperatorError(words, cause === undefined ? undefined : { cause });
}
