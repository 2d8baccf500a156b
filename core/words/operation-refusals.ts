/** Why an operation on an order was not done, as sentences. */
import type { ConflictReason } from '../refusal.ts';
import type { Lang } from '../standard/facts.ts';

type OperationConflict = Extract<
  ConflictReason,
  | 'key-reused'
  | 'more-than-paid'
  | 'nothing-paid'
  | 'another-currency'
  | 'own-request'
  | 'already-signed'
  | 'not-your-signature'
  | 'operation-edited'
  | 'operation-settled'
  | 'already-dispatched'
  | 'not-dispatched-yet'
  | 'order-closed'
  | 'out-of-stock'
  | 'not-asked-to-close'
  | 'difference-once'
  | 'parcel-stray'
  | 'parcel-over'
  | 'change-stands'
  | 'changed-since'
  | 'not-overtaken'
  | 'line-refunded'
  | 'parcel-known'
  | 'reference-used'
  | 'relied-on'
  | 'units-in-use'
  | 'stock-uncounted'
  | 'not-beside'
>;

export const operationConflicts: Record<OperationConflict, Record<Lang, string>> = {
  'key-reused': {
    zh: '这次提交的编号先前已用于另一项操作，内容不同，没有办理。请关闭后重新打开再办。',
    en: 'This request’s key was used before for something else, so nothing was done. Close the dialog and open it again.',
  },
  'more-than-paid': {
    zh: '加上已退和正在退的，金额会超过顾客实付，没有办理。请减少金额，或先撤销别的申请。',
    en: 'With what went back or is going back already, this is more than the customer paid, so nothing was done. Lower the amount, or undo another request first.',
  },
  'nothing-paid': {
    zh: '这个订单没有付款记录，没有钱可退。请核对订单，或等订单文件更新。',
    en: 'No payment is on record for this order, so there is nothing to pay back. Check the order, or wait for its next file.',
  },
  'another-currency': {
    zh: '金额的币种和订单不一致，没有办理。请用订单的币种填写。',
    en: 'The amount is not in the order’s currency, so nothing was done. Give it in the order’s currency.',
  },
  'own-request': {
    zh: '自己提出的申请不能自己审批。请等另一位有权限的同事处理。',
    en: 'Nobody signs their own request. A colleague with the right has to decide.',
  },
  'already-signed': {
    zh: '您已经签过这项申请，还需要另一位同事签字。',
    en: 'You have signed this already; a second person has to sign.',
  },
  'not-your-signature': {
    zh: '这项申请要由更高的角色或财务审批，不在您的额度内。请转给他们处理。',
    en: 'This needs the signature of a higher role or of finance; it is above what yours may decide. Pass it on to them.',
  },
  'operation-edited': {
    zh: '内容刚刚改过，您看到的不是现在这一版，没有签字。请刷新后再决定。',
    en: 'It was edited meanwhile, so what you saw is not what stands. Nothing was signed; look again, then decide.',
  },
  'operation-settled': {
    zh: '这项操作已经进行到下一步，不能再这样处理。请刷新看看现在的状态。',
    en: 'This has moved on and can’t be handled this way any more. Look at its present state.',
  },
  'already-dispatched': {
    zh: '订单已经发出，这样改不了了。可以拦截包裹，或等顾客收到后退换。',
    en: 'The order has left, so this can’t be changed. Try to intercept the parcel, or return or exchange after receipt.',
  },
  'not-dispatched-yet': {
    zh: '订单还没有发出，没有商品可以退回。可以改地址、改尺码，或按顾客的要求关闭订单。',
    en: 'The order has not left, so there is nothing to come back. Change its address or size, or close it if the customer asks.',
  },
  'order-closed': {
    zh: '订单已经关闭，不能再办理。请核对订单。',
    en: 'The order is closed, so nothing more can be done to it. Check the order.',
  },
  'out-of-stock': {
    zh: '库存不够：要的规格已被订完或占用，没有办理。请换别的规格，或请顾客选退款或等待。',
    en: 'There is not enough in stock of what is wanted, so nothing was done. Choose another SKU, or offer a refund or to wait.',
  },
  'stock-uncounted': {
    zh: '这个规格没有库存记录，不能占用。请先导入库存，或换别的规格。',
    en: 'Nobody has counted this SKU, so nothing can be reserved. Bring the stock in first, or choose another.',
  },
  'not-asked-to-close': {
    zh: '所选的消息不是这位顾客要求取消或更改订单的话，订单没有关闭。请选顾客提出要求的那条消息。',
    en: 'The message chosen is not this customer asking for the order to be closed, so it stays open. Choose the message in which they asked.',
  },
  'difference-once': {
    zh: '这行商品已经补过差价，不能再补。',
    en: 'The difference was paid for this line before; it is paid once.',
  },
  'parcel-stray': {
    zh: '这个包裹已登记在“待认领”里，没有重复登记。请到那里把它归到这个订单。',
    en: 'This parcel is in the list of those without an order, so it was not booked in again. Tie it to this order there.',
  },
  'parcel-over': {
    zh: '这个包裹已经归到订单，或已另行处理，没有再改。请刷新列表看它的去向。',
    en: 'This parcel has its order by now, or was dealt with, so nothing was changed. Read the list again to see what became of it.',
  },
  'change-stands': {
    zh: '这一行已经改过，没有再改。要换成别的，请先撤销上一次改动。',
    en: 'This line was changed already, so it was not changed again. To choose something else, undo that change first.',
  },
  'changed-since': {
    zh: '之后又改过一次，这一次不能单独撤销。请先撤销后面那次。',
    en: 'It was changed again since, so this change can’t be undone by itself. Undo the later one first.',
  },
  'not-overtaken': {
    zh: '店铺系统没有新的说法，这里的改动本来就有效，不用再改。',
    en: 'The shop system has said nothing new of it: the change made here holds, and there is nothing to do.',
  },
  'line-refunded': {
    zh: '这一行的每一件都已在退款中，没有再退。请看订单的操作记录；要重新退，先撤销上一笔。',
    en: 'Each unit of this line is in a refund already, so nothing was done. Look at the order’s history; to refund it differently, undo the other one first.',
  },
  'parcel-known': {
    zh: '这个运单号的包裹已经登记过。请核对单号，或查看那次登记。',
    en: 'A parcel of this tracking number was booked in before. Check the number, or look at that booking.',
  },
  'reference-used': {
    zh: '这个流水号已经记在另一笔付款上，没有记录。请核对流水号。',
    en: 'Another payment is on record under this reference, so nothing was recorded. Check the reference.',
  },
  'units-in-use': {
    zh: '换出来的这几件后来又办了别的，不能撤销。请先撤销后面那一笔。',
    en: 'Something was done since to the units that were swapped, so this can’t be undone. Undo that first.',
  },
  'relied-on': {
    zh: '后面的退款是按这次登记办的，不能撤销。请先撤销退款；已付的钱不能撤。',
    en: 'A refund was made on the strength of this, so it can’t be undone. Undo the refund first; money that was paid can’t be taken back.',
  },
  'not-beside': {
    zh: '这个订单不是这个会话里顾客的，没有办理。请从该顾客的会话或订单页办理。',
    en: 'This order is not one of this conversation’s customer, so nothing was done. Do it from their conversation, or from the orders page.',
  },
};
