/** What few visitors need, and few of those at once: fetched when the first one does. */
export type { RatingCard } from './rating.ts';
export { createRating } from './rating.ts';
export { saveTranscript } from './transcript.ts';
