import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Of a random password that nobody kept, at the same cost. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$mgX4adLOiHahq4OVimKHNg$zqNODb7F6mPQNWpGu/ZhuGW+LopNktdeqyU9y4ERZ6A';

/** The PHC string that is stored. Takes some tens of ms on another thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/**
 * Whether the password is the stored one. Without a hash it takes as long as with one, so that nobody learns from the
 * clock which names exist.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? decoy, password.normalize('NFC'));
  return stored !== null && isRight;
}
