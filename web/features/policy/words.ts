import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { policyEn } from '../../words/policy.en.ts';
import { policyZh } from '../../words/policy.zh-CN.ts';

export type PolicyKey = keyof typeof policyZh;
export type Say = Translate<PolicyKey>;

const translators: Record<'zh' | 'en', Say> = { zh: translatorOf(policyZh), en: translatorOf(policyEn) };

/** What the policy says beside a conversation. */
export const usePolicyWords = (): Say => translators[usePreferences().lang];
