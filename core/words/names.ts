/** What fields, things, parts and permissions are called in a sentence. */
import { fieldsOf, importKinds } from '../commerce/reading/fields.ts';
import type { Lang } from '../standard/facts.ts';
import type { Permission } from '../team/roles.ts';
import { settingName } from './settings.ts';
import { hoursFieldName, teamFields } from './team.ts';

type Names = Record<string, Record<Lang, string>>;

export const fieldName = (field: string, lang: Lang): string =>
  settingName(field, lang) ??
  columnName(field, lang) ??
  hoursFieldName(field, lang) ??
  named(fields, field, lang);
export const thingName = (thing: string, lang: Lang): string => named(things, thing, lang);
export const partName = (part: string, lang: Lang): string => named(parts, part, lang);
export const permissionName = (permission: string, lang: Lang): string =>
  named(permissions, permission, lang);

/** A column of a file that is brought in. */
function columnName(field: string, lang: Lang): string | null {
  const name = /^column\.(\w+)$/.exec(field)?.[1];
  const found = name && importKinds.map((kind) => fieldsOf(kind)[name]).find((one) => one !== undefined);
  return found ? (lang === 'zh' ? `“${found.zh}”对应的列` : `column for “${found.en}”`) : null;
}

/** A name of the list, or the technical one where the list has none: better than hiding which it was. */
function named(names: Names, key: string, lang: Lang): string {
  return names[key]?.[lang] ?? (lang === 'zh' ? `“${key}”` : key);
}

const fields: Names = {
  account: { zh: '账号', en: 'account' },
  password: { zh: '密码', en: 'password' },
  text: { zh: '正文', en: 'text' },
  note: { zh: '交接说明', en: 'handover note' },
  reason: { zh: '理由', en: 'reason' },
  verdict: { zh: '处理结论', en: 'verdict' },
  agentId: { zh: '同事', en: 'colleague' },
  group: { zh: '小组', en: 'group' },
  clientId: { zh: '消息编号', en: 'message id' },
  conversationId: { zh: '会话编号', en: 'conversation id' },
  state: { zh: '状态', en: 'state' },
  field: { zh: '要查看的资料', en: 'field to show' },
  view: { zh: '列表', en: 'view' },
  limit: { zh: '每页条数', en: 'page size' },
  after: { zh: '翻页位置', en: 'place in the list' },
  before: { zh: '起始消息', en: 'first message' },
  upTo: { zh: '已读位置', en: 'read mark' },
  shop: { zh: '店铺', en: 'shop' },
  topic: { zh: '咨询类别', en: 'topic' },
  lang: { zh: '语言', en: 'language' },
  body: { zh: '请求的内容', en: 'content of the request' },
  frame: { zh: '这条指令', en: 'frame' },
  visitorToken: { zh: '访客凭证', en: 'visitor token' },
  identityToken: { zh: '身份凭证', en: 'identity token' },
  settings: { zh: '规范设置', en: 'settings of the standard' },
  basedOn: { zh: '所依据的版本', en: 'version it is based on' },
  lastN: { zh: '预览的会话数', en: 'number of conversations to preview' },
  conversation: { zh: '会话', en: 'conversation' },
  rulesOff: { zh: '关闭的规则', en: 'rules to leave out' },
  name: { zh: '名称', en: 'name' },
  until: { zh: '稍后处理的时间', en: 'time to come back' },
  into: { zh: '并入的会话', en: 'conversation to merge into' },
  conversationIds: { zh: '所选会话', en: 'chosen conversations' },
  filter: { zh: '筛选条件', en: 'filter' },
  mood: { zh: '顾客情绪', en: 'mood' },
  channel: { zh: '渠道', en: 'channel' },
  unread: { zh: '只看未读', en: 'unread only' },
  autoClose: { zh: '自动结束', en: 'closing by itself' },
  afterMinutes: { zh: '无人说话后的分钟数', en: 'minutes of silence' },
  warnMinutes: { zh: '提前提醒的分钟数', en: 'minutes of warning' },
  messageSeq: { zh: '消息', en: 'message' },
  rule: { zh: '规则', en: 'rule' },
  sendAt: { zh: '发送时间', en: 'time to send' },
  writing: { zh: '草稿种类', en: 'kind of draft' },
  seen: { zh: '看到的位置', en: 'last message seen' },
  episode: { zh: '服务次数', en: 'number of the service' },
  stars: { zh: '评分', en: 'rating' },
  word: { zh: '评价内容', en: 'words of the rating' },
  keyId: { zh: '密钥编号', en: 'key id' },
  origins: { zh: '允许的网站', en: 'allowed sites' },
  'greeting.zh': { zh: '简体欢迎语', en: 'Simplified Chinese greeting' },
  'greeting.zh-TW': { zh: '繁体欢迎语', en: 'Traditional Chinese greeting' },
  'greeting.en': { zh: '英文欢迎语', en: 'English greeting' },
  'look.colour': { zh: '主色', en: 'colour' },
  'look.name': { zh: '显示名称', en: 'name shown' },
  revision: { zh: '所依据的设置', en: 'settings it is based on' },
  q: { zh: '要找的字词', en: 'words to look for' },
  by: { zh: '同事', en: 'colleague' },
  to: { zh: '结束日期', en: 'last day' },
  scoreFrom: { zh: '最低得分', en: 'lowest score' },
  scoreTo: { zh: '最高得分', en: 'highest score' },
  from: { zh: '开始日期', en: 'first day' },
  agent: { zh: '客服', en: 'agent' },
  band: { zh: '分数段', en: 'band of scores' },
  said: { zh: '结论', en: 'what was said of it' },
  attachmentId: { zh: '附件', en: 'attachment' },
  quotes: { zh: '所引用的消息', en: 'quoted message' },
  size: { zh: '文件大小', en: 'file size' },
  file: { zh: '文件', en: 'file' },
  value: { zh: '内容', en: 'value' },
  tag: { zh: '标签', en: 'tag' },
  tags: { zh: '标签', en: 'tags' },
  colour: { zh: '颜色', en: 'colour' },
  kind: { zh: '种类', en: 'kind' },
  choices: { zh: '选项', en: 'choices' },
  order: { zh: '顺序', en: 'order' },
  how: { zh: '方式', en: 'way it was given' },
  other: { zh: '另一位顾客', en: 'other customer' },
  keep: { zh: '保留的顾客', en: 'customer to keep' },
  take: { zh: '所取的内容', en: 'values to take' },
  confirm: { zh: '确认文字', en: 'confirmation' },
  customerName: { zh: '顾客姓名', en: 'name of the customer' },
  tagName: { zh: '标签名', en: 'name of the tag' },
  fieldName: { zh: '资料项名称', en: 'name of the field' },
  source: { zh: '来源', en: 'source' },
  mapping: { zh: '列的对应关系', en: 'columns' },
  ...teamFields,
};

const things: Names = {
  conversation: { zh: '个会话', en: 'conversation' },
  message: { zh: '条消息', en: 'message' },
  agent: { zh: '位同事', en: 'colleague' },
  alert: { zh: '条警报', en: 'alert' },
  hold: { zh: '条待放行的回复', en: 'held reply' },
  scheduled: { zh: '条定时回复', en: 'scheduled reply' },
  finding: { zh: '处问题', en: 'finding' },
  episode: { zh: '次服务', en: 'episode' },
  session: { zh: '次登录', en: 'session' },
  shop: { zh: '家店铺', en: 'shop' },
  address: { zh: '个地址', en: 'address' },
  field: { zh: '项资料', en: 'field' },
  rule: { zh: '条规则', en: 'rule' },
  view: { zh: '个视图', en: 'view' },
  file: { zh: '个文件', en: 'file' },
  invitation: { zh: '份邀请', en: 'invitation' },
  standard: { zh: '个规范版本', en: 'version of the standard' },
  policy: { zh: '个政策版本', en: 'version of the policy' },
  customer: { zh: '位顾客', en: 'customer' },
  tag: { zh: '个标签', en: 'tag' },
  note: { zh: '条备注', en: 'note' },
  key: { zh: '把密钥', en: 'key' },
  import: { zh: '次导入', en: 'import' },
  promotion: { zh: '个活动', en: 'promotion' },
  offer: { zh: '个优惠', en: 'offer' },
  shortage: { zh: '处缺货', en: 'shortage' },
  order: { zh: '个订单', en: 'order' },
  product: { zh: '个商品', en: 'product' },
  operation: { zh: '项操作', en: 'operation' },
  line: { zh: '行商品', en: 'line of the order' },
  sku: { zh: '个规格', en: 'SKU' },
  source: { zh: '个店铺系统', en: 'shop system' },
};

const parts: Names = {
  database: { zh: '数据库', en: 'database' },
  log: { zh: '事件日志', en: 'event log' },
  jobs: { zh: '后台任务', en: 'job queue' },
  files: { zh: '文件存储', en: 'file store' },
  server: { zh: '服务器', en: 'server' },
};

const permissions: Record<Permission, Record<Lang, string>> = {
  'conversations.read': { zh: '查看会话', en: 'read conversations' },
  'conversations.read-all': { zh: '查看全部会话', en: 'read all conversations' },
  'conversations.reply': { zh: '回复顾客', en: 'reply to customers' },
  'conversations.claim': { zh: '领取会话', en: 'claim conversations' },
  'conversations.transfer': { zh: '转接会话', en: 'transfer conversations' },
  'conversations.resolve': { zh: '结束会话', en: 'resolve conversations' },
  'conversations.snooze': { zh: '稍后处理会话', en: 'snooze conversations' },
  'conversations.merge': { zh: '合并会话', en: 'merge conversations' },
  'inbox.settings': { zh: '修改自动结束的设置', en: 'change when conversations close by themselves' },
  'conversations.note': { zh: '写内部备注', en: 'write notes' },
  'conversations.assign': { zh: '分配会话', en: 'assign conversations' },
  'conversations.whisper': { zh: '悄悄提醒同事', en: 'whisper to colleagues' },
  'conversations.take-over': { zh: '接管会话', en: 'take conversations over' },
  'customers.unmask': { zh: '查看完整的顾客资料', en: 'see unmasked customer data' },
  'customers.edit': { zh: '修改顾客资料', en: 'change what is known of customers' },
  'customers.merge': { zh: '合并顾客', en: 'merge customers' },
  'customers.erase': { zh: '删除顾客的全部资料', en: 'erase customers' },
  'customers.settings': { zh: '设置顾客标签和资料项', en: 'set up customer tags and fields' },
  'findings.override': { zh: '放行被拦下的回复', en: 'let held replies through' },
  'alerts.acknowledge': { zh: '处理警报', en: 'acknowledge alerts' },
  'wall.watch': { zh: '查看主管看板', en: 'watch the wall' },
  'team.read': { zh: '查看同事', en: 'see colleagues' },
  'findings.judge': { zh: '判定问题对错', en: 'confirm or reject findings' },
  'findings.contest': { zh: '对问题提出异议', en: 'contest findings' },
  'quality.read': { zh: '查看质检数据', en: 'see the quality figures' },
  'quality.read-all': { zh: '查看全店的质检数据', en: 'see everybody’s quality figures' },
  'standard.read': { zh: '查看服务规范的设置', en: 'read the settings of the standard' },
  'standard.write': { zh: '修改服务规范的设置', en: 'change the settings of the standard' },
  'widget.manage': { zh: '设置网页组件', en: 'set up the widget' },
  'standard.restore': { zh: '恢复失效规则的拦截', en: 'let a rule stop messages again' },
  'team.manage': { zh: '管理成员', en: 'manage people' },
  'orders.read': { zh: '查看订单', en: 'see orders' },
  'operations.ask': { zh: '办理订单操作', en: 'carry out operations on orders' },
  'operations.serve': {
    zh: '办理退换、退款、补偿等操作',
    en: 'do refunds, exchanges and the like for customers',
  },
  'operations.approve': { zh: '审批订单操作', en: 'approve operations on orders' },
  'operations.audit': { zh: '核对审计链', en: 'verify the audit chains' },
  'parcels.book-in': { zh: '登记退货包裹', en: 'book returned parcels in' },
  'parcels.send': { zh: '登记发货', en: 'send exchanges and gifts out' },
  'payouts.read': { zh: '查看付款', en: 'see payouts' },
  'payouts.pay': { zh: '付款和对账', en: 'pay and reconcile' },
  'till.settings': { zh: '设置付款方式', en: 'set up how money is paid' },
  'orders.import': { zh: '导入订单和商品', en: 'bring orders and products in' },
  'promotions.write': { zh: '修改促销活动和优惠', en: 'change promotions and offers' },
  'shortages.mark': { zh: '标记缺货', en: 'mark shortages' },
  'risk.read': { zh: '查看风险提示', en: 'see risk signs' },
  'policy.read': { zh: '查看售后政策', en: 'read the after-sale policy' },
  'policy.write': { zh: '修改售后政策', en: 'change the after-sale policy' },
  'sources.manage': { zh: '连接店铺系统', en: 'connect shop systems' },
  'hours.write': { zh: '修改营业时间', en: 'change the working hours' },
};
