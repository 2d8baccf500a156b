/** Puts a sentence where the reply's cursor stands. */
export type PutFact = (sentence: string) => void;
