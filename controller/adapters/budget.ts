/** How much a socket may say: `burst` messages at once, `perSecond` on average. */
export interface BudgetLimits {
  readonly burst: number;
  readonly perSecond: number;
}

/** A bucket of messages that fills by the second. */
export interface Budget {
  /** Takes one message out at `now`, ms; false when there is none left. */
  spend(now: number): boolean;
}

export function createBudget({ burst, perSecond }: BudgetLimits, startedAt: number): Budget {
  let left = burst;
  let filledAt = startedAt;
  return {
    spend(now) {
      left = Math.min(burst, left + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
