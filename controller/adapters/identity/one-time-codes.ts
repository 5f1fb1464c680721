import { hashSecret } from './secrets.ts';

/** Codes that open something once: held in memory by their hash, and gone with the process. */
export interface OneTimeCodes<Value> {
  /** False when too many are open; the oldest has to run out first. */
  add(code: string, value: Value, expiresAt: number): boolean;
  /** What the code stands for, or null when there is none, it ran out, or it was used. Uses it up. */
  redeem(code: string): Value | null;
  /** Withdraws it unused. */
  drop(code: string): void;
  /** Withdraws every code whose value fits. */
  dropWhere(fits: (value: Value) => boolean): void;
}

/** `now` in ms of any clock; `limit` codes at most are open at once. */
export function createOneTimeCodes<Value>(now: () => number, limit: number): OneTimeCodes<Value> {
  const open = new Map<string, { readonly value: Value; readonly expiresAt: number }>();

  function sweep(): void {
    for (const [key, { expiresAt }] of open) if (expiresAt <= now()) open.delete(key);
  }
  return {
    add(code, value, expiresAt) {
      sweep();
      if (open.size >= limit) return false;
      open.set(hashSecret(code), { value, expiresAt });
      return true;
    },
    redeem(code) {
      sweep();
      const key = hashSecret(code);
      const found = open.get(key);
      open.delete(key);
      return found?.value ?? null;
    },
    drop: (code) => {
      open.delete(hashSecret(code));
    },
    dropWhere(fits) {
      for (const [key, { value }] of open) if (fits(value)) open.delete(key);
    },
  };
}
