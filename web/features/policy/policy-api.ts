/** What the desk asks about the after-sale policy. */
import type {
  AskPolicy,
  PolicyAnswer,
  PolicyDecision,
  PolicyPreview,
} from '../../../core/commerce/policy-api.ts';
import type { Policy } from '../../../core/commerce/policy/policy.ts';
import { request } from '../../lib/request.ts';

export const policyApi = {
  ask: (orderId: string, asked: AskPolicy, signal?: AbortSignal) =>
    request<PolicyDecision>('POST', `/orders/${encodeURIComponent(orderId)}/policy`, asked, signal),
  policy: () => request<PolicyAnswer>('GET', '/policy'),
  version: (version: number) =>
    request<{ version: number; policy: Policy }>('GET', `/policy/versions/${version}`),
  save: (policy: Policy, basedOn: number, note: string) =>
    request<{ version: number }>('POST', '/policy', { policy, basedOn, note }),
  preview: (policy: Policy, lastN: number, signal?: AbortSignal) =>
    request<PolicyPreview>('POST', '/policy/preview', { policy, lastN }, signal),
};
