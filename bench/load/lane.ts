/** One conversation as the load sees it: an agent who writes into it, and a customer who listens to it. */
export interface Lane {
  conversationId: string;
  /** The highest public number that was there before. */
  seq: number;
  send(clientId: string, text: string): void;
  /** Told of each message the customer got, of each acknowledgement, and of what must not happen. */
  listen(listener: LaneListener): void;
}

export interface LaneListener {
  acknowledged(ack: { clientId: string; messageId: string; seq: number }): void;
  delivered(message: { messageId: string; seq: number; text: string }): void;
  broken(reason: string): void;
}

/** Where a contestant listens. */
export type Target = BareTarget | DeskTarget;
export interface BareTarget {
  kind: 'bare';
  url: string;
}
export interface DeskTarget {
  kind: 'desk';
  url: string;
  shop: string;
  accounts: string[];
  password: string;
}
