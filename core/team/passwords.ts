/** Which passwords are let through: long enough, and not among those that are tried first. The same at desk and server. */
import type { Problem } from '../refusal.ts';

export const shortestPassword = 10;
export const longestPassword = 200;

/** What somebody who guesses knows of an account. */
export interface Guessable {
  login: string;
  name: string;
  workNumber: string;
  shop: string;
  shopName: string;
}

/** null: it will do. */
export function passwordProblem(password: string, known: Guessable): Omit<Problem, 'field'> | null {
  if ([...password].length < shortestPassword) return { problem: 'too-short', limit: shortestPassword };
  if (password.length > longestPassword) return { problem: 'too-long', limit: longestPassword };
  return isGuessable(password, known) ? { problem: 'guessable' } : null;
}

/** What is left where everything known, common, counted or repeated is taken out. */
function isGuessable(password: string, { login, name, workNumber, shop, shopName }: Guessable): boolean {
  let left = plain(password);
  const words = [...[login, name, workNumber, shop, shopName].flatMap(spellings), ...common];
  for (const word of words.toSorted((a, b) => b.length - a.length)) left = left.replaceAll(word, '');
  left = left.replaceAll(/(.)\1+/gu, '$1');
  return new Set(left).size < fewestOwn;
}

/** Characters of its own that a password needs. */
const fewestOwn = 4;

function spellings(text: string): string[] {
  return [plain(text), ...text.split(/[^\p{L}\p{N}]+/u).map(plain)].filter((word) => word.length >= 2);
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The pieces that the commonest passwords are made of, here and elsewhere. */
const common = [
  '0123456789',
  '1234567890',
  '123456789',
  '12345678',
  '1234567',
  '123456',
  '12345',
  '1234',
  '123',
  '9876543210',
  '987654321',
  '87654321',
  '7654321',
  '654321',
  '54321',
  '4321',
  '321',
  '123123',
  '112233',
  '147258369',
  '147258',
  '159357',
  '741852963',
  '789456123',
  '5201314',
  '1314520',
  '1314',
  '520',
  '521',
  '666',
  '888',
  'abcdefghij',
  'abcdefgh',
  'abcdef',
  'abcd',
  'abc',
  'qwertyuiop',
  'qwertyui',
  'qwerty',
  'qwer',
  'asdfghjkl',
  'asdfgh',
  'asdf',
  'zxcvbnm',
  'zxcvbn',
  'zxcv',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  '1qaz',
  '2wsx',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t',
  '1q2w3e4r',
  '1q2w3e',
  'qazwsxedc',
  'qazwsx',
  'q1w2e3r4',
  'passw0rd',
  'password',
  'passwd',
  'pass',
  'administrator',
  'admin',
  'root',
  'user',
  'test',
  'demo',
  'guest',
  'welcome',
  'changeme',
  'letmein',
  'iloveyou',
  'monkey',
  'dragon',
  'football',
  'sunshine',
  'princess',
  'superman',
  'master',
  'login',
  'hello',
  'secret',
  'woaini',
  'woaiwojia',
  'wodemima',
  'mima',
  'nihao',
  'taobao',
  'tmall',
  'jingdong',
  'pinduoduo',
  'kefu',
  'dianpu',
  'yinuo',
  '密码',
  '我爱你',
  '客服',
];
