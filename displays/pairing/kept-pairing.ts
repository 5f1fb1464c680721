import { z } from 'zod';
import { ScreenId } from '#shared/ids.ts';

const Pairing = z.object({
  screen: ScreenId,
  token: z.string().min(1),
  /** To come after it. While both are kept either may be the one in force: the player shows both. */
  next: z.string().min(1).optional(),
});
export type KeptPairing = z.output<typeof Pairing>;

const key = 'shanyraq.pairing';

/** Which screen this browser is, and the token that proves it; null for a stranger. */
export function keptPairing(storage: Storage): KeptPairing | null {
  const kept = storage.getItem(key);
  if (kept === null) return null;
  try {
    return Pairing.safeParse(JSON.parse(kept)).data ?? null;
  } catch {
    return null;
  }
}

export function keepPairing(storage: Storage, pairing: KeptPairing): void {
  storage.setItem(key, JSON.stringify(pairing));
}

export function forgetPairing(storage: Storage): void {
  storage.removeItem(key);
}
