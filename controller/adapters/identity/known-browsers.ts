import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { hashSecret } from './secrets.ts';

/**
 * Browsers in which an account was opened before. They wait for their own slips alone, whatever strangers on the same
 * network do to the account. Known for as long as the failed attempts are: until the controller starts anew.
 */
export interface KnownBrowsers {
  /** The cookie for a browser in which the account was just opened. */
  cookieFor(account: string): string;
  /** The browser's own place for counting attempts, or null where the cookie is not one of ours for this account. */
  placeOf(cookie: string | null, account: string): string | null;
}

export function createKnownBrowsers(): KnownBrowsers {
  const key = randomBytes(32);
  const macOf = (nonce: string, account: string): Buffer =>
    createHmac('sha256', key).update(`${nonce}\n${account}`).digest();

  return {
    cookieFor(account) {
      const nonce = randomBytes(16).toString('base64url');
      return `${nonce}.${macOf(nonce, account).toString('base64url')}`;
    },
    placeOf(cookie, account) {
      const [nonce, mac] = cookie?.split('.', 2) ?? [];
      if (nonce === undefined || mac === undefined) return null;
      const given = Buffer.from(mac, 'base64url');
      const right = macOf(nonce, account);
      return given.length === right.length && timingSafeEqual(given, right) ? `browser ${hashSecret(nonce)}` : null;
    },
  };
}
