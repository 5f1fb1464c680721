/** Cookies that only the controller reads: who is signed in, which browser is a shared tablet, which is known. */
export const sessionCookieName = 'shanyraq_session';
export const tabletCookieName = 'shanyraq_tablet';
export const knownCookieName = 'shanyraq_known';

type CookieName = typeof sessionCookieName | typeof tabletCookieName | typeof knownCookieName;

/** The cookie's secret in a Cookie header, or null. */
export function secretIn(header: string | undefined, cookieName: CookieName): string | null {
  if (header === undefined) return null;
  for (const pair of header.split(';')) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === cookieName && value !== undefined) return value.trim();
  }
  return null;
}

/** The Set-Cookie header that keeps a secret for `maxAgeMs`, or drops it with 0. `isSecure` where the page came over TLS. */
export function secretCookie(name: CookieName, secret: string, maxAgeMs: number, isSecure: boolean): string {
  const age = Math.max(0, Math.floor(maxAgeMs / 1000));
  return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${isSecure ? '; Secure' : ''}`;
}
