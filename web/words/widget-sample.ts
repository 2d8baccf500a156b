/** What the preview of the widget says, in the widget's own languages and not in the desk's. */
export const widgetSample = {
  'zh-CN': {
    name: '简体',
    tagline: '在线客服，有问必答',
    question: '这件 90 码有现货吗？',
    placeholder: '请说说您遇到的情况…',
    launcher: '联系客服',
    topics: { goods: '商品咨询', order: '订单与物流', 'after-sale': '退换与售后' },
  },
  'zh-TW': {
    name: '繁體',
    tagline: '線上客服，有問必答',
    question: '這件 90 碼有現貨嗎？',
    placeholder: '請說說您遇到的情況…',
    launcher: '聯絡客服',
    topics: { goods: '商品諮詢', order: '訂單與物流', 'after-sale': '退換與售後' },
  },
  en: {
    name: 'English',
    tagline: 'Real people, glad to help',
    question: 'Is size 90 in stock?',
    placeholder: 'Tell us what happened…',
    launcher: 'Chat with us',
    topics: { goods: 'A product', order: 'Order and delivery', 'after-sale': 'Returns and after-sale' },
  },
};
export type SampleLang = keyof typeof widgetSample;
