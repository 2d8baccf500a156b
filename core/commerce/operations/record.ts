/** An operation as it is kept, with who signed it. */
import type { Role } from '../../team/roles.ts';
import type { OperationDetails, OperationKind, OperationState, Signer } from './operation.ts';

export interface Operation {
  operationId: string;
  orderId: string;
  kind: OperationKind;
  state: OperationState;
  requesterId: string;
  requesterRole: Role;
  conversationId: string | null;
  reason: string;
  /** null: erased. */
  words: string | null;
  details: OperationDetails;
  amountFen: number | null;
  currency: string;
  countsFen: number;
  needs: Signer[];
  fingerprint: string;
  revision: number;
  lineKey: string | null;
  trackingNo: string | null;
  reference: string | null;
  dueAt: number | null;
  createdAt: number;
  stateAt: number;
  signatures: OperationSignature[];
}

export interface OperationSignature {
  agentId: string;
  signer: Signer;
  decision: 'approved' | 'refused';
  words: string | null;
  revision: number;
  at: number;
}
