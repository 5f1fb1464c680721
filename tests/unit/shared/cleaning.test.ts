import { describe, expect, it } from 'vitest';
import { hashCleaningPin, isCleaningPin, PinHash } from '#shared/cleaning.ts';

describe('the PIN for cleaning', () => {
  it('is known again by its hash, and no other is', async () => {
    const hash = await hashCleaningPin('2749', new Uint8Array(16).fill(7));
    expect(PinHash.safeParse(hash).success).toBe(true);
    expect(hash).not.toContain('2749');
    expect(await isCleaningPin('2749', hash)).toBe(true);
    expect(await isCleaningPin('2748', hash)).toBe(false);
    expect(await isCleaningPin('27490', hash)).toBe(false);
  });

  it('looks different in every hall', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map((salt) => hashCleaningPin('2749', new Uint8Array(16).fill(salt))),
    );
    expect(one).not.toBe(other);
  });

  it('agrees with scrypt as others have it', async () => {
    const { scryptSync } = await import('node:crypto');
    const salt = new Uint8Array(16).fill(3);
    const theirs = scryptSync('2749', salt, 32, { N: 2 ** 13, r: 8, p: 1 }).toString('hex');
    expect((await hashCleaningPin('2749', salt)).split('$')[2]).toBe(theirs);
  });
});
