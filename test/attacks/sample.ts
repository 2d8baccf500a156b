/** What a call that would do its route's work is made of. */

/** What the samples name, all of one shop. */
export interface Named {
  id: string;
  holdId: string;
  alertId: string;
  findingId: string;
  scheduledId: string;
  writing: string;
  episodeId: string;
  rule: string;
  attachmentId: string;
  version: string;
  sessionId: string;
  viewId: string;
  agentId: string;
  invitationId: string;
  account: string;
  slug: string;
  shop: string;
  keyId: string;
  tagId: string;
  fieldId: string;
  noteId: string;
  orderId: string;
  operationId: string;
  parcelId: string;
  importId: string;
  productId: string;
  promotionId: string;
  offerId: string;
  shortageId: string;
  sourceId: string;
}

export interface Sample {
  query?: string;
  bodies?: (named: Named) => Record<string, unknown>[];
}

export const text = '您好，这边帮您看一下。';
export const base = '/api/v1/conversations';
export const announced = () => [{ name: '尺码表.pdf', size: 1000 }];
