import { createHmac } from 'node:crypto';
import { severityOf } from '#shared/incidents.ts';
import { titleOf, type LetterSettings, type Notice } from '#core/ports.ts';
import type { WebhookSettings } from '../../notice-settings.ts';
import type { Way } from './way.ts';

const patienceMs = 10_000;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 under the secret over the seconds, a dot and the body as it was sent. */
export function signature(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** A signed POST of JSON. The receiver knows a notice that comes twice by its Idempotency-Key. */
export function byWebhook(
  { url, secret }: WebhookSettings,
  about: () => LetterSettings,
  now: () => number = Date.now,
): Way {
  // A path may be a secret: only the host is ever named.
  const { host } = new URL(url);
  const stopping = new AbortController();
  return {
    way: 'webhook',
    async send(notice) {
      const body = JSON.stringify(bodyOf(notice, about()));
      try {
        const response = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'manual',
          signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]),
          headers: {
            'Content-Type': 'application/json',
            'User-Agent': 'shanyraq',
            'Idempotency-Key': notice.id,
            'X-Shanyraq-Signature': signature(secret, Math.floor(now() / 1000), body),
          },
        });
        await response.body?.cancel();
        return response.ok ? null : `${host} answers ${response.status}`;
      } catch (error) {
        return `${host} cannot be reached: ${reasonOf(error)}`;
      }
    },
    stop: () => stopping.abort(),
  };
}

function bodyOf(notice: Notice, { hall, link }: LetterSettings): unknown {
  return {
    id: notice.id,
    at: new Date(notice.at).toISOString(),
    hall,
    ...(link === null ? {} : { console: `${link}/#health` }),
    events: notice.events.map(({ id, is, because, at, incident }) => ({
      id,
      event: `incident.${is}`,
      at: new Date(at).toISOString(),
      ...(because === null ? {} : { because }),
      incident: {
        id: incident.id,
        severity: severityOf(incident.trouble),
        trouble: incident.trouble,
        cause: incident.cause,
        title: incident.title,
        said: titleOf(incident),
        screens: incident.screens,
        openedAt: new Date(incident.openedAt).toISOString(),
        closedAt: incident.closedAt === null ? null : new Date(incident.closedAt).toISOString(),
      },
    })),
  };
}

/** The system's name of the failure; messages of `fetch` may quote the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string') return code;
  return error.name === 'TimeoutError' ? `no answer within ${patienceMs / 1000} s` : error.name;
}
