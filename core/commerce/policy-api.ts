/**
 * The after-sale policy over the wire.
 * GET /policy → PolicyAnswer · GET /policy/versions/:version → { version, policy }
 * POST /policy { policy, basedOn, note } → 201 { version }; 409 `policy-changed` where another version came first
 */
import type { Policy } from './policy/policy.ts';

export interface PolicyVersionLine {
  version: number;
  by: { agentId: string; name: string };
  at: number;
  note: string;
}

export interface PolicyAnswer {
  /** 0: the one that the product brings. */
  version: number;
  policy: Policy;
  /** Newest first. */
  history: PolicyVersionLine[];
}
