import type { proofZh } from './proof.zh-CN.ts';

export const proofEn: Record<keyof typeof proofZh, string> = {
  why: 'Found only by a number that the customer wrote, so it may be somebody else’s. The rest shows once the last four figures of its phone or the receiver’s name fit.',
  ask: 'Ask the customer',
  'ask.put': 'Put the question into the reply: {sentence}',
  sentence:
    'To keep your order safe, could you tell me the last four digits of the phone on it, or the name of the receiver? I will look into it right after.',
};
