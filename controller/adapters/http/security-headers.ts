import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import type { RequestHandler } from 'express';
import { problem } from '#shared/problem.ts';
import { isLoopback } from '../../loopback.ts';
import { sendProblem } from './problems.ts';

/** What our pages may load and do: only what comes from the controller itself, and nothing inline. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** A medium that is opened by itself is a document without rights: a script in an SVG does not run. */
export const mediumPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

const permissions = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** Pages that nobody else's can reach are given a clock that ticks in 5 µs; any other ticks in 0.1 ms. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/**
 * For a day a browser that has been here takes no plain HTTP under this name, so that nobody in between can keep it there.
 * Only with a certificate that browsers trust by themselves: with the hall's own, a person who compares fingerprints must
 * still be able to go on. A day, renewed by every answer, so that a hall that goes back to HTTP has its screens tomorrow;
 * for this name alone, since the museum's others are not ours to promise for.
 */
const strictTransport = { 'Strict-Transport-Security': 'max-age=86400' } as const;

/** `isTrusted`: the certificate is one that browsers trust by themselves. */
export const securityHeaders =
  (isTrusted: boolean): RequestHandler =>
  (request, response, next) => {
    response.set({
      ...(isTrusted && request.secure ? strictTransport : {}),
      'Content-Security-Policy': pagePolicy,
      // On an insecure origin a browser ignores these, and complains in every screen's console.
      ...(request.secure || isLoopback(request.hostname) ? isolation : {}),
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': permissions,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site's page would change here; programs that are no browsers send no Origin. */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  if (safeMethods.has(request.method) || isFromHere(request.headers)) next();
  else sendProblem(response, problem('not-allowed', no.otherSite()));
};

/** Whether a browser says that one of our own pages asked, or nothing says otherwise. Also for socket handshakes. */
export function isFromHere(headers: {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
  readonly 'sec-fetch-site'?: string | readonly string[] | undefined;
}): boolean {
  const { origin, host } = headers;
  if (origin !== undefined)
    return URL.canParse(origin) && host !== undefined && new URL(origin).host === hostOf(origin, host);
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** The Host header as the URL of that origin would write it: without the port that the scheme has anyway. */
function hostOf(origin: string, host: string): string | null {
  const { protocol } = new URL(origin);
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : null;
}
