/** The customer's own conversation as plain text: public messages only, in the shop's own time. */
import { offsetAt } from '../../../core/team/working-hours.ts';
import { inShop } from '../../platform/database/pool.ts';
import type { Conversations } from '../conversations/index.ts';
import { strandsOf } from '../conversations/index.ts';
import type { Visitor } from '../customers/index.ts';
import { readStrands } from './read-view.ts';
import { conversationOf } from './widget-session.ts';
import type { WidgetLang } from './widget-lang.ts';

/** Of a longer one the newest. */
const mostMessages = 4000;

export async function writeTranscript(
  { pool, shops, now }: Conversations,
  visitor: Visitor,
  lang: WidgetLang,
): Promise<string> {
  const { name, settings } = await shops.get(visitor.shopId);
  const words = catalogue[lang];
  const zone = settings.hours === 'always' ? '+08:00' : settings.hours.zone;
  const { messages, isCut } = await newest(pool, visitor);
  const head = [
    words.title(settings.widget.look?.name ?? name),
    words.made(timeAt(zone, now()), zone),
    ...(isCut ? [words.cut(messages.length)] : []),
  ];
  const lines = messages.map(({ author, authorName, authorWorkNumber, text, attachment, at }) => {
    const number = authorWorkNumber ? words.workNumber(authorWorkNumber) : null;
    const by = author === 'customer' ? words.me : [authorName, number].filter(Boolean).join(' ');
    const carried = attachment && words.carried[attachment.kind](attachment.name ?? words.nameless);
    const said = [carried, text ?? words.erased].filter(Boolean).join('\n');
    return `[${timeAt(zone, at)}] ${by || words.shop}\n${said}\n`;
  });
  return `${head.join('\n')}\n\n${lines.join('\n')}`;
}

async function newest(pool: Conversations['pool'], visitor: Visitor) {
  const { shopId } = visitor;
  return inShop(pool, shopId, async (tx) => {
    const strands = await strandsOf(tx, shopId, conversationOf(visitor));
    let page = await readStrands(tx, shopId, strands, null);
    const pages = [page.messages];
    let count = page.messages.length;
    while (page.hasOlder && count < mostMessages) {
      page = await readStrands(tx, shopId, strands, page.messages[0]!.seq);
      pages.unshift(page.messages);
      count += page.messages.length;
    }
    return { messages: pages.flat(), isCut: page.hasOlder };
  });
}

/** `2026-11-22 14:03:09` by the clock of a zone. */
function timeAt(zone: string, at: number): string {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 19).replace('T', ' ');
}

const catalogue = {
  'zh-CN': {
    title: (shop: string) => `与${shop}客服的对话记录`,
    made: (time: string, zone: string) => `下载时间：${time}（时区 ${zone}）`,
    cut: (count: number) => `对话很长，这里是最近的 ${count} 条消息。`,
    me: '我',
    shop: '店铺',
    workNumber: (number: string) => `工号 ${number}`,
    erased: '（这条消息已删除）',
    nameless: '已删除',
    carried: {
      image: (name: string) => `［图片：${name}］`,
      file: (name: string) => `［文件：${name}］`,
      product: (name: string) => `［商品：${name}］`,
      order: (name: string) => `［订单：${name}］`,
    },
  },
  'zh-TW': {
    title: (shop: string) => `與${shop}客服的對話紀錄`,
    made: (time: string, zone: string) => `下載時間：${time}（時區 ${zone}）`,
    cut: (count: number) => `對話很長，這裡是最近的 ${count} 則訊息。`,
    me: '我',
    shop: '商店',
    workNumber: (number: string) => `工號 ${number}`,
    erased: '（這則訊息已刪除）',
    nameless: '已刪除',
    carried: {
      image: (name: string) => `［圖片：${name}］`,
      file: (name: string) => `［檔案：${name}］`,
      product: (name: string) => `［商品：${name}］`,
      order: (name: string) => `［訂單：${name}］`,
    },
  },
  en: {
    title: (shop: string) => `Conversation with ${shop} customer service`,
    made: (time: string, zone: string) => `Downloaded: ${time} (time zone ${zone})`,
    cut: (count: number) => `A long conversation: these are its newest ${count} messages.`,
    me: 'Me',
    shop: 'The shop',
    workNumber: (number: string) => `No. ${number}`,
    erased: '(This message was erased)',
    nameless: 'erased',
    carried: {
      image: (name: string) => `[Picture: ${name}]`,
      file: (name: string) => `[File: ${name}]`,
      product: (name: string) => `[Product: ${name}]`,
      order: (name: string) => `[Order: ${name}]`,
    },
  },
};
