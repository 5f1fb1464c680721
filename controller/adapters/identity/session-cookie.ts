export const sessionCookieName = 'shanyraq_session';

/** The session's secret in a Cookie header, or null. */
export function sessionSecretIn(header: string | undefined): string | null {
  if (header === undefined) return null;
  for (const pair of header.split(';')) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === sessionCookieName && value !== undefined) return value.trim();
  }
  return null;
}

/** The Set-Cookie header that keeps a session for `maxAgeMs`, or ends it with 0. `isSecure` where the page came over TLS. */
export function sessionCookie(secret: string, maxAgeMs: number, isSecure: boolean): string {
  const age = Math.max(0, Math.floor(maxAgeMs / 1000));
  return `${sessionCookieName}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${isSecure ? '; Secure' : ''}`;
}
