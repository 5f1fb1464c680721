import { resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './loopback.ts';
import { noticeSettings, noticeVariables, secretVariables, type NoticeSettings } from './notice-settings.ts';

/** What the environment decides about one controller. */
export interface Environment {
  /** 0: the system chooses a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute paths. */
  readonly dataDir: string;
  readonly configDir: string;
  /** Sets the password of `admin` at the first start. */
  readonly adminPassword: string | null;
  readonly transport: Transport;
  /** Who is told of incidents; absent: nobody. */
  readonly notices?: NoticeSettings;
  /** For tests alone: how far the wall clock is taken to be from the machine's, ms. 0 in every hall. */
  readonly clockOffsetMs?: number;
}

/** How other machines reach the hall; this machine itself may always use HTTP. */
export type Transport =
  /** HTTP: for a hall that only this machine reaches, or where somebody insists. */
  | { readonly is: 'http'; readonly isInsisted: boolean }
  /** TLS with a certificate of the hall's own making, for these names beside the machine's. */
  | { readonly is: 'own-certificate'; readonly names: readonly string[] }
  /** TLS with a certificate and key from PEM files; absolute paths. */
  | { readonly is: 'given-certificate'; readonly certificateFile: string; readonly keyFile: string };

export type EnvironmentResult =
  | { readonly ok: true; readonly environment: Environment }
  /** One line for a person: the variable, what was found, what was expected. */
  | { readonly ok: false; readonly message: string };

const hostExpected = 'an address of this machine or its name, for example 127.0.0.1, 0.0.0.0 or ::';

const Variables = z.object({
  ...noticeVariables,
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a number from 0 to 65535')
    .default(8080),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9._:%-]{1,255}$/, hostExpected)
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'the path of a folder').default('./data'),
  CONFIG_DIR: z.string().min(1, 'the path of a folder').default('./config'),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'a password of at least 8 characters')
    .max(200, 'a password of at most 200 characters')
    .optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TLS_NAMES: z
    .string()
    .regex(/^[a-z0-9.:-]+(,[a-z0-9.:-]+)*$/, 'names and addresses of the hall with commas between them')
    .optional(),
  ALLOW_HTTP: z.literal('yes', { error: '"yes", or absent' }).optional(),
  CLOCK_OFFSET_MS: z
    .string()
    .regex(/^-?\d{1,13}$/, 'a whole number of milliseconds')
    .transform(Number)
    .default(0),
});

/** Certificates are for whoever comes from elsewhere: an address that only this machine reaches needs none. */
function transportOf(given: z.output<typeof Variables>, cwd: string): Transport | string {
  const { TLS_CERT, TLS_KEY, TLS_NAMES, ALLOW_HTTP, HOST } = given;
  if (TLS_CERT !== undefined && TLS_KEY !== undefined)
    return { is: 'given-certificate', certificateFile: resolve(cwd, TLS_CERT), keyFile: resolve(cwd, TLS_KEY) };
  if (TLS_CERT !== undefined || TLS_KEY !== undefined) return 'TLS_CERT and TLS_KEY belong together; one is missing';
  if (ALLOW_HTTP === 'yes') return { is: 'http', isInsisted: !isLoopback(HOST) };
  return isLoopback(HOST)
    ? { is: 'http', isInsisted: false }
    : { is: 'own-certificate', names: TLS_NAMES?.split(',') ?? [] };
}

/** Reads the variables of design section 8. An empty variable counts as absent; relative paths start at `cwd`. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  cwd: string,
): EnvironmentResult {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const said = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // A secret is never repeated, not even a bad one.
      const found = secretVariables.has(name) ? 'something else' : JSON.stringify(given[name]);
      return `${name} must be ${issue.message}, found ${found}`;
    });
    return { ok: false, message: `The environment is not usable: ${said.join('; ')}.` };
  }
  const transport = transportOf(parsed.data, cwd);
  if (typeof transport === 'string') return { ok: false, message: `The environment is not usable: ${transport}.` };
  const notices = noticeSettings(parsed.data);
  if (typeof notices === 'string') return { ok: false, message: `The environment is not usable: ${notices}.` };
  const { PORT, HOST, DATA_DIR, CONFIG_DIR, ADMIN_PASSWORD, CLOCK_OFFSET_MS } = parsed.data;
  return {
    ok: true,
    environment: {
      port: PORT,
      host: HOST,
      dataDir: resolve(cwd, DATA_DIR),
      configDir: resolve(cwd, CONFIG_DIR),
      adminPassword: ADMIN_PASSWORD ?? null,
      transport,
      ...(notices === null ? {} : { notices }),
      ...(CLOCK_OFFSET_MS === 0 ? {} : { clockOffsetMs: CLOCK_OFFSET_MS }),
    },
  };
}
