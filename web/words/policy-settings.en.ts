/** Settings → Policy, in English. */
import type { policySettingsZh } from './policy-settings.zh-CN.ts';

export const policySettingsEn: Record<keyof typeof policySettingsZh, string> = {
  title: 'After-sale policy',
  what: 'What customers may return or exchange, who pays freight, how much is compensated, who approves. The plans beside a conversation follow from it. It may be kinder than the law, never less.',
  'version.zero': 'The policy that came with the product is in force',
  readOnly: 'You may read the policy; an administrator changes it.',
  parts: 'Parts of the policy',
  'part.numbers': 'Policy',
  'part.history': 'Versions',
  'error.what': 'The policy could not be read',

  'group.returns': 'Returns, exchanges and defects',
  'group.returns.what':
    'Days count from the day after receipt, in the shop’s own time, up to 24:00 of the last.',
  'group.money': 'Price protection and refunds',
  'group.money.what':
    'Price protection counts from the day after payment, a refund from when the parcel is back.',
  'group.compensation': 'Compensation and parcels',
  'group.compensation.what':
    'Shares are of what was paid for the item, rounded down to the fen; with a cap the smaller of both counts.',
  'group.limits': 'Limits and approval',
  'group.limits.what':
    'Above the own limit the next role approves; above the supervisor’s, supervisor and finance sign. The refund of a return counts nothing where somebody else booked it in and it matches.',

  'what.days.return':
    'With tags on and whole it may be returned without a reason for so many days. The law asks for 7 at least.',
  'what.days.lateReturn':
    'After that, with tags on and fit for resale, the lead may still agree up to this day.',
  'what.days.defect':
    'With a defect the customer chooses return or exchange for so many days, freight both ways by the shop. The law asks for 7 at least.',
  'what.days.doubt':
    'For so many days after receipt a defect is believed; later it takes a picture, a report, or what is found on return.',
  'what.days.price':
    'Who paid up to so many days before the same item became cheaper is paid the difference; a promotion’s later guarantee date goes first.',
  'what.days.payout':
    'After the parcel is back and checked, the refund is paid within so many days. The law asks for 7 at most.',
  'what.failedRepairs':
    'Within the guarantee, after so many failed repairs it may simply go back. The law asks for 2 at most.',
  'what.excludedByLaw':
    'Goods that do not come back without a reason even unconfirmed. Untick a kind and it does come back; any other goods stay only where the buyer confirmed it at purchase.',
  'what.stalledHours': 'A parcel without a scan for so long counts as stalled and may be compensated.',
  'what.compensation.defect.percent':
    'Who keeps something defective gets at most this share of what was paid.',
  'what.compensation.defect.most': 'The most that is ever paid for it.',
  'what.compensation.agreedChange.percent':
    'Who agreed to another article, is unhappy with it and keeps it gets at most this share of what was paid.',
  'what.compensation.agreedChange.most': 'The most that is ever paid for it.',
  'what.compensation.shortage.percent':
    'Where it is found short before dispatch and the customer takes the refund, this share of what was paid comes beside it.',
  'what.compensation.shortage.most': 'The most that is ever paid for it.',
  'what.compensation.late.percent':
    'Past the promise or stalled, at most this share of what was paid is compensated.',
  'what.compensation.late.most': 'The most that is ever paid for it.',
  'what.limits.agent':
    'What an agent may give at once: compensation, difference, gift, and refunds after dispatch without goods coming back.',
  'what.limits.lead': 'What a lead may give, or approve for an agent.',
  'what.limits.supervisor': 'What a supervisor may give or approve; beyond it finance signs too.',
  'what.limitsPerOrder.agent': 'What the agent may give on one order without approval, all times together.',
  'what.limitsPerDay.agent': 'What the agent may give in a day without approval, all orders together.',
  'what.limitsPerOrder.lead': 'What the lead may give on one order without approval, all times together.',
  'what.limitsPerDay.lead': 'What the lead may give in a day without approval, all orders together.',
  'what.limitsPerOrder.supervisor':
    'What the supervisor may give on one order without approval, all times together.',
  'what.limitsPerDay.supervisor':
    'What the supervisor may give in a day without approval, all orders together.',

  'unit.days': 'days',
  'unit.hours': 'hours',
  'unit.times': 'times',
  'unit.percent': '%',
  'value.days': '{value} days',
  'value.hours': '{value} hours',
  'value.times': '{value} times',
  'value.percent': '{value} %',
  'value.noCap': 'no cap',
  'value.none': 'none',
  'value.and': ', ',
  'kind.made-to-order': 'made to order',
  'kind.fresh': 'fresh or perishable',
  'kind.opened-media': 'opened media, software, downloads',
  'kind.publication': 'newspapers and magazines',
  'field.default': 'default: {value}',
  'field.lift': 'No cap',

  'preview.effect': 'On the last orders',
  'preview.last': '{count} orders',
  'preview.running': 'Working it out …',
  'preview.again': 'Try again',
  'preview.nothing': 'No order was paid yet, so there is nothing to try it on.',
  'preview.how':
    'The {lines} items of the last {orders} paid orders, as if each of these wishes came on each of the first {days} days after receipt (or dispatch, where not received), to an agent.',
  'preview.same': 'All of these come out as they do now.',
  'preview.sum': '{wishes} wishes come out otherwise: {cases} of {all} times.',
  'preview.changed': '{lines} items differ, {share} of the times',
  'preview.before': 'Now',
  'preview.after': 'Then',
  'preview.allowed': 'An agent may do it',
  'preview.approval': 'Needs approval',
  'preview.refused': 'Refused',
  'preview.cost': 'Costs per 100 times',
  'preview.example': 'Day {day}: {title} ({number})',

  'save.what': 'In force at once. Every version stays, and you can go back to any.',

  'history.empty': 'Never changed: the policy that came with the product is in force.',
  'history.reuse.zero': 'Back to the policy that came with the product',
  'change.none': 'Nothing changed.',
  'change.fromTo': '{before} → {after}',
};
