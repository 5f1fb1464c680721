import { scryptAsync } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/** How long a corner press and the PIN lock a panel's touch. */
export const cleaningMs = 120_000;

/** A digit more than the longest PIN could not be right. */
export const longestPin = 8;

/**
 * What a panel needs to know the PIN when it hears it, also without the controller: `scrypt$salt$hash`, in hex. A hash
 * of so few digits keeps the PIN from being read, not from being searched for.
 */
export const PinHash = z.string().regex(/^scrypt\$[0-9a-f]{32}\$[0-9a-f]{64}$/, 'scrypt$salt$hash, in hex');

/** Some tens of ms and 8 MB, in pieces with a breath between them, so that the scene beneath does not halt. */
const cost = { N: 2 ** 13, r: 8, p: 1, dkLen: 32, asyncTick: 4 } as const;

/** `salt` is 16 random bytes. */
export async function hashCleaningPin(pin: string, salt: Uint8Array): Promise<string> {
  return `scrypt$${bytesToHex(salt)}$${bytesToHex(await scryptAsync(pin, salt, cost))}`;
}

export async function isCleaningPin(pin: string, pinHash: string): Promise<boolean> {
  const salt = pinHash.split('$')[1] ?? '';
  return (await hashCleaningPin(pin, hexToBytes(salt))) === pinHash;
}
