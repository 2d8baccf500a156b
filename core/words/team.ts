/** What the fields of people, accounts and working hours are called in a sentence. */
import type { Lang } from '../standard/facts.ts';

export const teamFields: Record<string, Record<Lang, string>> = {
  name: { zh: '姓名', en: 'name' },
  login: { zh: '登录名', en: 'login' },
  workNumber: { zh: '工号', en: 'work number' },
  role: { zh: '角色', en: 'role' },
  groups: { zh: '小组', en: 'groups' },
  capacity: { zh: '同时接待数', en: 'number of conversations at once' },
  currentPassword: { zh: '现在的密码', en: 'present password' },
  code: { zh: '验证码', en: 'code' },
  token: { zh: '链接', en: 'link' },
  shopName: { zh: '店名', en: 'name of the shop' },
  slug: { zh: '店铺代号', en: 'short name of the shop' },
  hours: { zh: '营业时间', en: 'hours' },
};

/** null: the field is none of the hours. `hours.hours.1` is the second shift. */
export function hoursFieldName(field: string, lang: Lang): string | null {
  const match = /^hours\.(zone|hours|days|holidays|workdays)(?:\.(\d+))?/.exec(field);
  if (!match) return null;
  const [, part, at] = match;
  const name = parts[part!]![lang];
  if (at === undefined) return name;
  const number = Number(at) + 1;
  return lang === 'zh' ? `${name}第 ${number} 项` : `${name}, number ${number},`;
}

const parts: Record<string, Record<Lang, string>> = {
  zone: { zh: '时区', en: 'time zone' },
  hours: { zh: '营业时段', en: 'shifts' },
  days: { zh: '营业的星期', en: 'days of the week' },
  holidays: { zh: '休息日', en: 'holidays' },
  workdays: { zh: '补班日', en: 'make-up days' },
};
