/** What a customer can be asked for. */
export type Slot = 'order' | 'photo' | 'size' | 'address' | 'phone';
