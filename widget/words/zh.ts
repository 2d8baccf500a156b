import { maxTextLength } from '../../core/wire.ts';

export const zh = {
  launcher: '联系客服',
  unread: (count: number) => `${count} 条未读消息`,
  panel: (shop: string) => `${shop}客服`,
  tagline: '在线客服，有问必答',
  close: '收起对话',
  log: '对话内容',
  topicsTitle: '您想咨询哪方面？选一项，马上为您找对人。',
  topic: { goods: '商品咨询', order: '订单与物流', 'after-sale': '退换与售后' },
  older: '查看更早的消息',
  olderLoading: '正在取更早的消息…',
  yesterday: '昨天',
  me: '我',
  workNumber: (number: string) => `工号 ${number}`,
  erased: '这条消息已删除',
  sending: '发送中',
  sent: '已送达',
  read: '已读',
  failed: {
    text: '没有发出：内容太长，或含有无法传送的字符，请改短后再发。',
    desk: '没有发出：客服台没有接受这条消息。',
  },
  retry: '重新发送',
  typing: (name: string) => `${name}正在输入`,
  agent: '客服',
  newMessages: '有新消息',
  input: '写消息',
  placeholder: '请说说您遇到的情况…',
  send: '发送',
  hint: 'Enter 发送，Shift + Enter 换行',
  tooLong: (length: number) => `一条消息最多 ${maxTextLength} 字，现在 ${length} 字，请分几条发。`,
  connecting: '正在为您接通客服…',
  offline: '连接断开，正在重新接通。您接着写，稍后自动发出。',
  noShop: (shop: string) => `没有找到店铺“${shop}”，暂时联系不上客服。请店主核对嵌入代码里的 data-shop。`,
  notHere: '这个页面还不能使用客服对话。请店主在客服台登记本站网址。',
  unavailable: '客服台没有接受这次连接。请刷新页面再试；仍然不行，请改用店铺的其他联系方式。',
};

/** Everything the widget says; English has the same keys by its type. */
export type Words = typeof zh;
