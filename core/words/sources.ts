/** Why a shop system can't be read, and what to do: as sentences. */
import type { SourceTrouble } from '../commerce/source-api.ts';
import type { Lang } from '../standard/facts.ts';

export const troubleWords: Record<SourceTrouble, Record<Lang, string>> = {
  malformed: {
    zh: '地址写得不对：要以 https:// 开头，不带用户名和密码。',
    en: 'The address is not correct: it begins with https:// and holds no name or password.',
  },
  'no-address': {
    zh: '找不到这个地址，请检查有没有写错。',
    en: 'Nobody knows this address; check its spelling.',
  },
  private: {
    zh: '这个地址指向内部网络，不能连接。请填写店铺系统在互联网上的地址。',
    en: 'This address leads into a private network and is not called. Give the system’s address on the internet.',
  },
  redirect: {
    zh: '这个地址会跳转到别处。请在浏览器里打开它，把最后停下的地址填进来。',
    en: 'This address leads on to another. Open it in a browser and give the address where it ends.',
  },
  refused: {
    zh: '连接不上：没有回应，或连接被断开。请确认店铺系统在运行，防火墙允许本服务器访问。',
    en: 'Nobody answers there, or the line was cut. Check that the system runs and that its firewall lets this server in.',
  },
  timeout: {
    zh: '等了 20 秒没有回应。会自动再试；一直这样时，请看店铺系统是否太忙。',
    en: 'No answer within 20 seconds. It is tried again; if this stays so, see whether the system is too busy.',
  },
  tls: {
    zh: '对方的 HTTPS 证书无效或已过期，请在店铺系统里更新证书。',
    en: 'Its HTTPS certificate is not valid or has run out; renew it there.',
  },
  key: {
    zh: '密钥不对或已被撤销，请在店铺后台重新复制。',
    en: 'The keys are wrong or were revoked; copy them again from the shop’s administration.',
  },
  scope: {
    zh: '密钥有效，但没有读取的权限。请在店铺后台给它“订单”和“商品”的读取权限。',
    en: 'The keys are good but may not read this. Give them the right to read orders and products in the shop’s administration.',
  },
  'not-found': {
    zh: '这个地址上没有对应的接口，请检查地址和系统类型。',
    en: 'There is no such interface at this address; check the address and the kind of system.',
  },
  busy: {
    zh: '对方请求过多，要求稍候。会自动再试。',
    en: 'It asks to be called less often. It is tried again by itself.',
  },
  server: {
    zh: '店铺系统出错了。会自动再试；一直这样时，请联系它的技术支持。',
    en: 'The shop system itself failed. It is tried again; if this stays so, ask its support.',
  },
  'no-answer': {
    zh: '对方的回答看不懂，多半这里不是它的接口地址，或版本太旧。',
    en: 'Its answer was not understood: this may not be the address of its interface, or it is too old.',
  },
  'too-large': {
    zh: '对方的回答超过 32 MB，没有读完。',
    en: 'Its answer is over 32 MB and was not read.',
  },
};

/** As the problems of a request. */
export const sourceProblemWords = (lang: Lang): Record<`source-${SourceTrouble}`, string> =>
  Object.fromEntries(
    Object.entries(troubleWords).map(([trouble, words]) => [`source-${trouble}`, words[lang]]),
  ) as Record<`source-${SourceTrouble}`, string>;
