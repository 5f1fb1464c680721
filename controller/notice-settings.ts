import { z } from 'zod';
import type { Severity } from '#shared/incidents.ts';
import type { Said } from '#shared/said.ts';
import { isLoopback } from './loopback.ts';

/** Who is told of incidents, and how. Secrets are in here: this is never logged, stored or exported. */
export interface NoticeSettings {
  readonly mail: MailSettings | null;
  readonly webhook: WebhookSettings | null;
  readonly least: Severity;
  readonly afterMs: number;
  readonly apartMs: number;
  /** What mail is written in; null: the hall's first language that the console speaks. */
  readonly language: keyof Said | null;
  /** Where people reach the console, without a slash at the end, or null. */
  readonly link: string | null;
}

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte; `starttls` or nothing; `plain` for a server on this machine. */
  readonly security: 'tls' | 'starttls' | 'plain';
  readonly account: { readonly user: string; readonly password: string } | null;
  readonly from: string;
  readonly to: readonly string[];
}

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

const address = String.raw`[^\s,<>"@]+@[^\s,<>"@]+`;
const httpExpected = 'an http or https address without a name or password in it';

const url = (protocol: RegExp, expected: string) =>
  z
    .url({ protocol, error: expected })
    .refine((text) => new URL(text).username === '' && new URL(text).password === '', expected);

const seconds = z
  .string()
  .regex(/^\d{1,4}$/, 'a number of seconds from 0 to 9999')
  .transform(Number);

export const noticeVariables = {
  NOTICE_SMTP: url(/^smtps?$/, 'smtp://host:port or smtps://host:port, without a name or password in it').optional(),
  NOTICE_SMTP_USER: z.string().max(200).optional(),
  NOTICE_SMTP_PASSWORD: z.string().max(200).optional(),
  NOTICE_MAIL_FROM: z
    .string()
    .regex(new RegExp(`^${address}$`), 'one mail address')
    .optional(),
  NOTICE_MAIL_TO: z
    .string()
    .regex(new RegExp(`^${address}(,${address})*$`), 'mail addresses with commas between them')
    .optional(),
  NOTICE_WEBHOOK: url(/^https?$/, httpExpected).optional(),
  NOTICE_WEBHOOK_SECRET: z
    .string()
    .min(16, 'a secret of at least 16 characters')
    .max(200, 'a secret of at most 200 characters')
    .optional(),
  NOTICE_LEVEL: z.enum(['fault', 'warning'], { error: '"fault" or "warning"' }).default('fault'),
  NOTICE_AFTER_S: seconds.default(30),
  NOTICE_EVERY_S: seconds.default(60),
  NOTICE_LANGUAGE: z.enum(['kk', 'ru', 'en'], { error: '"kk", "ru" or "en"' }).optional(),
  NOTICE_LINK: url(/^https?$/, httpExpected).optional(),
} as const;

/** Variables that are never repeated to anybody, not even where they are wrong; an address may carry a secret too. */
export const secretVariables: ReadonlySet<string> = new Set([
  'ADMIN_PASSWORD',
  'NOTICE_SMTP',
  'NOTICE_SMTP_PASSWORD',
  'NOTICE_WEBHOOK',
  'NOTICE_WEBHOOK_SECRET',
]);

const Variables = z.object(noticeVariables);

/** The settings; null where nobody is to be told; a sentence where they do not fit together. */
export function noticeSettings(given: z.output<typeof Variables>): NoticeSettings | string | null {
  const mail = mailOf(given);
  if (typeof mail === 'string') return mail;
  const { NOTICE_WEBHOOK, NOTICE_WEBHOOK_SECRET } = given;
  if ((NOTICE_WEBHOOK === undefined) !== (NOTICE_WEBHOOK_SECRET === undefined))
    return 'NOTICE_WEBHOOK and NOTICE_WEBHOOK_SECRET belong together; one is missing';
  const webhook =
    NOTICE_WEBHOOK === undefined || NOTICE_WEBHOOK_SECRET === undefined
      ? null
      : { url: NOTICE_WEBHOOK, secret: NOTICE_WEBHOOK_SECRET };
  if (mail === null && webhook === null) return null;
  return {
    mail,
    webhook,
    least: given.NOTICE_LEVEL,
    afterMs: given.NOTICE_AFTER_S * 1000,
    apartMs: given.NOTICE_EVERY_S * 1000,
    language: given.NOTICE_LANGUAGE ?? null,
    link: given.NOTICE_LINK?.replace(/\/+$/, '') ?? null,
  };
}

function mailOf(given: z.output<typeof Variables>): MailSettings | string | null {
  const { NOTICE_SMTP, NOTICE_MAIL_TO, NOTICE_SMTP_USER, NOTICE_SMTP_PASSWORD } = given;
  if (NOTICE_SMTP === undefined && NOTICE_MAIL_TO === undefined) return null;
  if (NOTICE_SMTP === undefined || NOTICE_MAIL_TO === undefined)
    return 'NOTICE_SMTP and NOTICE_MAIL_TO belong together; one is missing';
  if ((NOTICE_SMTP_USER === undefined) !== (NOTICE_SMTP_PASSWORD === undefined))
    return 'NOTICE_SMTP_USER and NOTICE_SMTP_PASSWORD belong together; one is missing';
  const { protocol, hostname, port } = new URL(NOTICE_SMTP);
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const isTls = protocol === 'smtps:';
  const account =
    NOTICE_SMTP_USER === undefined || NOTICE_SMTP_PASSWORD === undefined
      ? null
      : { user: NOTICE_SMTP_USER, password: NOTICE_SMTP_PASSWORD };
  return {
    host,
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    security: isTls ? 'tls' : isLoopback(host) ? 'plain' : 'starttls',
    account,
    from: given.NOTICE_MAIL_FROM ?? `shanyraq@${host}`,
    to: NOTICE_MAIL_TO.split(','),
  };
}
