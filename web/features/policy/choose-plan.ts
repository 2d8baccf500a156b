/** Where a plan that was chosen beside a conversation goes on to be carried out. */
import { createContext, useContext } from 'react';
import type { AskPolicy, PolicyDecision } from '../../../core/commerce/policy-api.ts';

export interface ChosenPlan {
  conversationId: string;
  orderId: string;
  /** What was asked of the policy, with the answers that were given. */
  asked: AskPolicy;
  plan: PolicyDecision['plans'][number];
  /** The policy's version that decided. */
  version: number;
}

/** null: there is nobody to carry it out, so no plan offers to. */
const ChoosePlan = createContext<((chosen: ChosenPlan) => void) | null>(null);

export const ChoosePlanProvider = ChoosePlan.Provider;
export const useChoosePlan = () => useContext(ChoosePlan);
