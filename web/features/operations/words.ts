import type { Signer } from '../../../core/commerce/operations/operation.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { translatorOf, type Translate } from '../../words/index.ts';
import { operationsEn } from '../../words/operations.en.ts';
import { operationsZh } from '../../words/operations.zh-CN.ts';

export type OperationsKey = keyof typeof operationsZh;
export type Say = Translate<OperationsKey>;

const translators: Record<'zh' | 'en', Say> = {
  zh: translatorOf(operationsZh),
  en: translatorOf(operationsEn),
};

/** What the operations on orders and their pages say, beside the desk's own words. */
export const useOperationsWords = (): Say => translators[usePreferences().lang];

/** Those who must agree, as one phrase. */
export const signersWords = (signers: readonly Signer[], say: Say): string =>
  signers.map((signer) => say(`signer.${signer}`)).join(say('signers.and'));
