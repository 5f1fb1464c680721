import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes for a cookie, a token or a link; only its hash is ever stored. */
export function freshSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as lower-case hex: enough for secrets that cannot be guessed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares a secret with a stored hash in a time that tells nothing. */
export function matchesHash(secret: string, storedHash: string): boolean {
  const stored = Buffer.from(storedHash, 'hex');
  const given = Buffer.from(hashSecret(secret), 'hex');
  return stored.length === given.length && timingSafeEqual(stored, given);
}
