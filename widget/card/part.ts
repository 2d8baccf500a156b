/** What deals with cards: fetched with the first one that is shown, or when the customer wants to show an order. */
export { drawCard } from './card.ts';
export { togglePicker } from './picker.ts';
