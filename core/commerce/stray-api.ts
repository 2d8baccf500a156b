/**
 * Parcels that fit no order, over HTTP. All under /api/v1, for whoever books parcels in.
 *
 * POST /stray-parcels                         StrayBooking → StrayParcel (201; the same key again: the same answer)
 * GET  /stray-parcels?show=waiting|ended&after= → Page<StrayParcel>, the longest waiting first
 * POST /stray-parcels/:parcelId/tie           { orderId } → OperationView: booked in for that order, compared as usual
 * POST /stray-parcels/:parcelId/give-up       { words } → StrayParcel
 * POST /stray-photos                          { name, size } → { attachmentId }; bytes: PUT /parcel-photos/:attachmentId
 * GET  /stray-photos/:attachmentId            the picture, until its parcel is tied: then it is the order's
 */
import type { ArrivedItem } from './operations/operation.ts';

export const strayStates = ['waiting', 'tied', 'given-up'] as const;
export type StrayState = (typeof strayStates)[number];

export interface StrayBooking {
  /** Made when the form opens, kept over every retry. */
  key: string;
  trackingNo: string;
  carrier: string | null;
  items: ArrivedItem[];
  /** What the label says of who sent it; null: nothing. Personal: kept only while the parcel waits. */
  sender: string | null;
  /** Uploaded before, to POST /stray-photos. */
  photos: string[];
}

export interface StrayParcel extends Omit<StrayBooking, 'key'> {
  parcelId: string;
  state: StrayState;
  bookedBy: string;
  bookedAt: number;
  /** tied: the order, its number masked. */
  order: { orderId: string; number: string } | null;
  /** given-up: what became of it. */
  words: string | null;
  endedBy: string | null;
  endedAt: number | null;
}
