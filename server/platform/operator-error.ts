/** What is wrong, why, and what to do, for the person who runs Yinuo. */
export interface Advice {
  zh: string;
  en: string;
}

/** An error the person who runs Yinuo can put right. Shown in both languages, without a stack. */
export class OperatorError extends Error {
  readonly advice: Advice;

  constructor(advice: Advice, options?: ErrorOptions) {
    super(`${advice.zh}\n${advice.en}`, options);
    this.name = 'OperatorError';
    this.advice = advice;
  }
}
