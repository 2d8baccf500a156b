/** What the desk asks about the after-sale policy. */
import type { AskPolicy, PolicyDecision } from '../../../core/commerce/policy-api.ts';
import { request } from '../../lib/request.ts';

export const policyApi = {
  ask: (orderId: string, asked: AskPolicy, signal?: AbortSignal) =>
    request<PolicyDecision>('POST', `/orders/${encodeURIComponent(orderId)}/policy`, asked, signal),
};
