/** A refusal as a sentence for the person it stops: what was not done, why, and what to do now. */
import type { ConflictReason, Problem, Refusal } from '../refusal.ts';
import type { Lang } from '../standard/facts.ts';
import { tableProblemWords } from './import.ts';
import { operationConflicts } from './operation-refusals.ts';
import { sourceProblemWords } from './sources.ts';
import { fieldName, partName, permissionName, thingName } from './names.ts';

export function refusalWords(refusal: Refusal, lang: Lang): string {
  return (lang === 'zh' ? inChinese(refusal) : inEnglish(refusal)) || unheardOf[lang];
}

/** The server was upgraded under an open page, and refuses for a reason that the page has no words for. */
const unheardOf: Record<Lang, string> = {
  zh: '这一步没有完成，原因这个页面还不认识：系统可能刚刚升级。请刷新页面后再试；一直如此请告诉管理员。',
  en: 'This was not done, for a reason that this page does not know yet: the desk may just have been upgraded. Load the page again and retry; if it stays so, tell an administrator.',
};

function inChinese(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unauthenticated':
      return '登录已失效，或者账号、密码不对。请重新登录。';
    case 'second-step':
      return secondStep[refusal.problem].zh;
    case 'forbidden':
      if (refusal.permission === 'origin') return foreign.zh;
      return `您的角色没有“${permissionName(refusal.permission, 'zh')}”的权限。需要时请联系管理员调整角色。`;
    case 'not-found':
      return `找不到这${thingName(refusal.what, 'zh')}：它可能已被移走，或者不在您的负责范围内。请返回列表重新选择。`;
    case 'conflict':
      return conflictWords(refusal.reason, 'zh');
    case 'invalid':
      return refusal.problems.map((problem) => problemWords(problem, 'zh')).join('');
    case 'blocked':
      return refusal.opening.byOwnReasonAfterSeconds === null
        ? '这条回复没有发出：标出的词句违反服务规范。请改写，或请主管放行。'
        : `这条回复没有发出：标出的词句违反服务规范。请改写，或请主管放行；没有主管在线时，${refusal.opening.byOwnReasonAfterSeconds} 秒后可以写明理由自行发出。`;
    case 'overtaken':
      return '有您还没看到的新消息，这条回复先没有发出。请看过新消息，再改写或仍然发送。';
    case 'too-many':
      return `操作太频繁，请等 ${refusal.retryAfterSeconds} 秒再试。`;
    case 'too-large':
      if (refusal.what === 'file')
        return `文件太大，最多 ${size(refusal.limitBytes)}，没有保存。请压缩后再发。`;
      return `内容太大，最多 ${size(refusal.limitBytes)}。请分成几次发送。`;
    case 'unavailable':
      return `${partName(refusal.part, 'zh')}暂时不可用，这一步没有完成。请稍后再试；一直如此请告诉管理员。`;
  }
}

function inEnglish(refusal: Refusal): string {
  switch (refusal.code) {
    case 'unauthenticated':
      return 'The session has ended, or the account or password is not right. Please sign in again.';
    case 'second-step':
      return secondStep[refusal.problem].en;
    case 'forbidden':
      if (refusal.permission === 'origin') return foreign.en;
      return `Your role may not ${permissionName(refusal.permission, 'en')}. If you need to, ask an administrator to change your role.`;
    case 'not-found':
      return `This ${thingName(refusal.what, 'en')} was not found: it may have moved, or it is outside what you look after. Go back to the list and choose again.`;
    case 'conflict':
      return conflictWords(refusal.reason, 'en');
    case 'invalid':
      return refusal.problems.map((problem) => problemWords(problem, 'en')).join(' ');
    case 'blocked':
      return refusal.opening.byOwnReasonAfterSeconds === null
        ? 'This reply was not sent: the marked words break the service standard. Rewrite them, or ask the supervisor to let it through.'
        : `This reply was not sent: the marked words break the service standard. Rewrite them, or ask the supervisor to let it through; with no supervisor online, your own reason opens it after ${refusal.opening.byOwnReasonAfterSeconds} seconds.`;
    case 'overtaken':
      return 'There is something new that you had not seen, so this reply was held back. Read it, then rewrite the reply or send it anyway.';
    case 'too-many':
      return `Too many requests. Wait ${refusal.retryAfterSeconds} seconds, then try again.`;
    case 'too-large':
      if (refusal.what === 'file')
        return `The file is too large: at most ${size(refusal.limitBytes)}. It was not kept; send a smaller one.`;
      return `This is too large: at most ${size(refusal.limitBytes)}. Send it in parts.`;
    case 'unavailable':
      return `The ${partName(refusal.part, 'en')} cannot be reached, so this was not done. Try again shortly; if it stays so, tell an administrator.`;
  }
}

const secondStep: Record<'missing' | 'wrong', Record<Lang, string>> = {
  missing: {
    zh: '这个账号开启了两步验证。请填写验证器上的 6 位数字，或一个恢复码。',
    en: 'This account has two-step verification. Enter the 6 digits of the authenticator, or a recovery code.',
  },
  wrong: {
    zh: '验证码不对、已经用过或已过期。请填写验证器上现在显示的数字。',
    en: 'The code is not right, was used, or has expired. Enter the digits that the authenticator shows now.',
  },
};

/** A request that another site's page made. */
const foreign: Record<Lang, string> = {
  zh: '这个请求来自别的网站，没有执行。请在客服台自己的页面里操作。',
  en: 'This request came from another site and was not carried out. Use the desk’s own pages.',
};

const conflicts: Record<ConflictReason, Record<Lang, string>> = {
  ...operationConflicts,
  'client-id-reused': {
    zh: '这条消息先前已用另一段文字发送过。请把现在的文字作为新消息再发一次。',
    en: 'This message was already sent with other words. Send the present words as a new message.',
  },
  'already-assigned': {
    zh: '这个会话已经有人负责了。请刷新列表，看看现在由谁接待。',
    en: 'Somebody already has this conversation. Look at the list to see who.',
  },
  'not-waiting': {
    zh: '这个会话不在排队中，不能领取：可能刚被同事接走，或者已经结束。',
    en: 'This conversation is not in the queue, so it cannot be claimed: a colleague may have just taken it, or it has ended.',
  },
  'not-the-assignee': {
    zh: '这个会话不由您负责，所以不能这样操作。请先领取，或请组长转给您。',
    en: 'This conversation is not yours, so this was not done. Claim it first, or ask the lead to assign it to you.',
  },
  'already-closed': {
    zh: '这个会话已经结束。顾客再来信时会开始新的一次服务。',
    en: 'This conversation has ended. When the customer writes again, a new episode begins.',
  },
  'agent-unavailable': {
    zh: '这位同事不在线，或者接待已满。请换一位同事，或转到小组排队。',
    en: 'This colleague is away or has no room. Choose another, or hand it to a group.',
  },
  'hold-decided': {
    zh: '这条待放行的回复已经有了决定，不需要再操作。',
    en: 'This held reply has been decided already; nothing more is needed.',
  },
  'hold-too-young': {
    zh: '等待时间还没到，暂时不能凭自己的理由发出。请稍等，或改写后发送。',
    en: 'The waiting time is not over, so your own reason cannot open it yet. Wait a little, or rewrite the reply.',
  },
  'supervisor-at-hand': {
    zh: '有主管在线，由主管决定是否放行。请等主管处理，或改写后发送。',
    en: 'A supervisor is online and decides about this reply. Wait for them, or rewrite it.',
  },
  'never-opens': {
    zh: '红线、辱骂和威胁不能凭自己的理由发出。请改写，或等主管决定。',
    en: 'Red lines, insults and threats never open by your own reason. Rewrite the reply, or wait for a supervisor.',
  },
  'finding-settled': {
    zh: '这处问题已有结论，不能再改。',
    en: 'This finding has been settled and does not change any more.',
  },
  'draft-newer': {
    zh: '您在另一台设备上存了更新的草稿，这里的没有存上。请选择用哪一份。',
    en: 'You saved a newer draft on another machine, so this one was not saved. Choose which to keep.',
  },
  'not-scheduled': {
    zh: '这条定时回复已经不在等待中：它可能已发出、已取消，或已退回草稿。请看会话里的最新情况。',
    en: 'This scheduled reply no longer waits: it was sent, cancelled, or returned as a draft. Look at the conversation for how it stands.',
  },
  'finding-contested': {
    zh: '这处问题已经提出过异议，正在等质检员答复。',
    en: 'This finding has been contested already; a reviewer will answer.',
  },
  'not-your-finding': {
    zh: '只能对自己接待时的问题提出异议。这处问题不是您的，请告诉接待的同事。',
    en: 'You can contest findings on your own service only. This one is not yours; tell the colleague it is about.',
  },
  'invitation-used': {
    zh: '这份邀请已经用过或已过期。请管理员重新发一份。',
    en: 'This invitation was used or has expired. Ask an administrator for a new one.',
  },
  'customer-waits': {
    zh: '顾客还在等答复，所以没有执行。请先回复，告诉顾客下一步和时间，再操作。',
    en: 'The customer is still waiting for an answer, so this was not done. Answer first, with what happens next and when.',
  },
  'not-assigned': {
    zh: '这个会话还在排队，没有人接待，不能稍后处理。请先领取。',
    en: 'This conversation is in the queue with nobody looking after it, so it cannot be snoozed. Claim it first.',
  },
  'already-merged': {
    zh: '其中一个会话已经并入别的会话，不能再合并。请打开它现在所在的会话。',
    en: 'One of these conversations was merged before, so this was not done. Open the one it now belongs to.',
  },
  'different-customers': {
    zh: '这是两位不同的已登录会员，不能合并：一位会看到另一位的消息。请分别处理。',
    en: 'These are two different signed-in members, so they are not merged: one would read the other’s messages. Handle them apart.',
  },
  'view-name-taken': {
    zh: '您已经有一个同名的视图，没有保存。请换一个名字。',
    en: 'You already have a view with this name, so it was not saved. Choose another name.',
  },
  'attachment-sent': {
    zh: '这个附件已经随另一条消息发出了。请重新选择文件再发。',
    en: 'This attachment has left with another message. Choose the file again.',
  },
  'reset-used': {
    zh: '这个重设密码的链接已经用过或已过期。请管理员重新发一个。',
    en: 'This link for a new password was used or has expired. Ask an administrator for another.',
  },
  'set-up-used': {
    zh: '这个开店链接已经用过或已过期，或者已经有管理员了。已有管理员时请直接登录；否则请重新运行 npm run serve 取新链接。',
    en: 'This set-up link was used or has expired, or there is an administrator already. Sign in if there is one; otherwise run npm run serve again for a new link.',
  },
  'own-account': {
    zh: '不能更改自己的角色，也不能停用自己的账号。请另一位管理员来改。',
    en: 'Nobody changes their own role or closes their own account. Ask another administrator to do it.',
  },
  'has-left': {
    zh: '这位同事的账号已停用，不能这样操作。请先恢复账号。',
    en: 'This colleague’s account is closed, so this was not done. Open it again first.',
  },
  'second-step-on': {
    zh: '两步验证已经开启。要换一部手机，请先关闭再重新开启。',
    en: 'Two-step verification is on already. To use another phone, turn it off first.',
  },
  'import-begun': {
    zh: '这个文件已经开始导入，或者已经取消。请在“最近的导入”里查看，需要时重新选择文件。',
    en: 'This file is being brought in already, or was cancelled. See the recent imports, or choose the file again.',
  },
  'shortage-over': {
    zh: '这处缺货已经处理完或者撤销了，不能再改。请刷新，看看现在的情况。',
    en: 'This shortage is settled or was withdrawn, so it does not change any more. Reload to see how it stands.',
  },
  'already-short': {
    zh: '这一行已经标为缺货。请在订单下面查看。',
    en: 'This line is marked as short already; see below the order.',
  },
  'not-waiting-to-leave': {
    zh: '这个订单没有等待发货的商品：可能已经发货、关闭，或者还没有付款，不能标缺货。请核对订单状态。',
    en: 'Nothing of this order waits to leave: it was dispatched or closed, or is not paid. Check its state.',
  },
  'not-their-order': {
    zh: '没有记录显示这个订单属于这位顾客，不能用这里的消息作为答复。请打开下单顾客的会话。',
    en: 'Nothing shows that this customer placed the order, so a message of this conversation is no answer to it. Open the conversation of whoever ordered.',
  },
  'promotion-ended': {
    zh: '这个活动已经结束。请刷新列表。',
    en: 'This promotion has ended already. Reload the list.',
  },
  'offers-full': {
    zh: '同时进行的优惠已经有 40 个，算不过来更多了。请先结束不用的，再添加。',
    en: 'There are 40 offers at once already, as many as can be tried together. End one that is not needed, then add it.',
  },
  'stacking-changed': {
    zh: '叠加规则刚被别人改过，您的修改没有保存。请刷新，在新的规则上再改。',
    en: 'Somebody has just changed how offers stack, so your changes were not saved. Reload and change the present rules.',
  },
  'policy-changed': {
    zh: '售后政策已经有了更新的版本，您的修改没有保存。请刷新，在新版本上再改。',
    en: 'The policy has a newer version, so your changes were not saved. Reload and make them on that one.',
  },
  'order-unproven': {
    zh: '这张订单只是按顾客写的单号找到的，可能不是他的，所以不能发出。请顾客报下单手机的后四位或收件人姓名，对上以后再发。',
    en: 'This order was found only by a number that the customer wrote and may be somebody else’s, so it was not sent. Ask for the last four figures of its phone or the receiver’s name; once they fit, it can be sent.',
  },
  'hours-changed': {
    zh: '营业时间刚被别人改过，您的修改没有保存。请刷新，在新的营业时间上再改。',
    en: 'Somebody has just changed the hours, so your changes were not saved. Reload and change the present ones.',
  },
  'standard-changed': {
    zh: '规范设置刚有了新版本，您的修改没有保存。请刷新，在新版本上再改一次。',
    en: 'The standard has a newer version, so your changes were not saved. Reload and make them on that one.',
  },
  'not-rateable': {
    zh: '这次服务现在不能评价：还没有结束、没有客服接待过，或者结束太久了。有新的问题请直接留言。',
    en: 'This service cannot be rated now: it has not ended, nobody served it, or it ended too long ago. Write a message if there is something new.',
  },
  'rating-final': {
    zh: '评价提交十分钟后不能再改。还有话想说，请直接留言。',
    en: 'A rating cannot be changed any more after ten minutes. Write a message if there is more to say.',
  },
  'widget-changed': {
    zh: '组件设置刚被别人改过，您的修改没有保存。请刷新，在新的设置上再改一次。',
    en: 'Somebody has just changed the settings of the widget, so yours were not saved. Reload and make them on the new ones.',
  },
  'customer-served': {
    zh: '这位顾客还有进行中的服务，没有删除。请先结束他的会话，再来删除。',
    en: 'This customer is still being served, so nothing was erased. Resolve their conversations first, then erase.',
  },
  'customer-erased': {
    zh: '这位顾客的资料已经删除，不能再修改。',
    en: 'This customer was erased; nothing can be added to them.',
  },
  'customer-merged': {
    zh: '其中一位顾客刚刚并入了别的顾客。请重新打开会话，看看现在是谁。',
    en: 'One of the two was merged into another customer meanwhile. Open the conversation again to see who it is now.',
  },
  'note-not-yours': {
    zh: '这条备注是别的同事写的，只有作者或主管能删除。',
    en: 'A colleague wrote this note; only they or a supervisor can delete it.',
  },
  'field-archived': {
    zh: '这项资料已经停用，不能再填写。需要时请在“设置 → 顾客”里恢复。',
    en: 'This field is no longer in use. If you need it, bring it back under Settings → Customers.',
  },
  'key-id-taken': {
    zh: '这个密钥编号已经用过。请换一个编号；停用过的编号也不能重用。',
    en: 'This key id was used before. Choose another; one that was revoked is not used again either.',
  },
};

const conflictWords = (reason: string, lang: Lang): string =>
  reason in conflicts ? conflicts[reason as ConflictReason][lang] : '';

function problemWords({ field, problem, limit, says }: Problem, lang: Lang): string {
  if (says) return says[lang];
  const name = fieldName(field, lang);
  const zh: Record<Problem['problem'], string> = {
    ...tableProblemWords('zh'),
    ...sourceProblemWords('zh'),
    missing: `请填写${name}。`,
    'wrong-type': `${name}的格式不对，应当是另一种类型的值，请重新填写。`,
    'too-long': limit === undefined ? `${name}太长，请缩短。` : `${name}太长，最多 ${limit} 个字符，请缩短。`,
    'too-short':
      limit === undefined ? `${name}太短，请补充。` : `${name}太短，至少 ${limit} 个字符，请补充。`,
    'not-allowed': `${name}不能是这个值，请换一个。`,
    malformed: `${name}写得不对，请检查后重填。`,
    'unknown-file':
      '这种文件不能发送。可以发送图片（PNG、JPEG、GIF、WebP）、PDF、MP4 视频，以及不含宏的 Word、Excel、PowerPoint 文档。',
    'too-many-pixels': `这张图片太大，最多 ${limit ?? 0} 万像素。请缩小后再发。`,
    'unknown-field': `不认识“${field}”这一项，请去掉它。`,
    taken: `${name}已经有人用了，请换一个。`,
    wrong: `${name}不对，请重新填写。`,
    guessable: `${name}太容易猜到：不要用常见密码，也不要用账号、姓名或店名。请换一个，例如几个不相干的词。`,
    overlaps: `${name}与另一段重叠，请错开。`,
    protected: `${name}不能这样设：红线、辱骂、威胁和人身安全不能关闭，最轻也是“提醒”。`,
    'example-found': `${name}不该被查到，却查到了。请改禁语，或去掉这个例句。`,
    'example-missed': `${name}该被查到，却没有查到。请改禁语，或去掉这个例句。`,
    unsound: `${name}不能这样设，请改正。`,
  };
  const en: Record<Problem['problem'], string> = {
    ...tableProblemWords('en'),
    ...sourceProblemWords('en'),
    missing: `Fill in the ${name}.`,
    'wrong-type': `The ${name} is not the right kind of value; enter it again.`,
    'too-long':
      limit === undefined
        ? `The ${name} is too long; shorten it.`
        : `The ${name} is too long; keep it within ${limit} characters.`,
    'too-short':
      limit === undefined
        ? `The ${name} is too short; add to it.`
        : `The ${name} is too short; it needs at least ${limit} characters.`,
    'not-allowed': `The ${name} cannot have this value; choose another.`,
    malformed: `The ${name} is not written correctly; check it and enter it again.`,
    'unknown-file':
      'This kind of file cannot be sent. Pictures (PNG, JPEG, GIF, WebP), PDF, MP4 video, and Word, Excel and PowerPoint documents without macros can.',
    'too-many-pixels': `The picture is too large: at most ${(limit ?? 0) / 100} million pixels. Send a smaller one.`,
    'unknown-field': `The field “${field}” is not known here; leave it out.`,
    taken: `Somebody else has this ${name}; choose another.`,
    wrong: `The ${name} is not right; enter it again.`,
    guessable: `The ${name} is too easy to guess: not one that many people use, nor the account, a name or the shop. Choose another, such as a few words that have nothing to do with each other.`,
    overlaps: `The ${name} overlaps another; move one of them.`,
    protected: `The ${name} cannot be set so: red lines, insults, threats and harm to a person are never switched off, and are a warning at least.`,
    'example-found': `The ${name} must not be found, but is. Change the phrase, or take this example out.`,
    'example-missed': `The ${name} must be found, but is not. Change the phrase, or take this example out.`,
    unsound: `The ${name} cannot be set like this; mend it.`,
  };
  return (lang === 'zh' ? zh : en)[problem] ?? '';
}

function size(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} kB`;
}
