import { resolve } from 'node:path';
import { z } from 'zod';

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
}

export type EnvironmentResult =
  | { readonly ok: true; readonly environment: Environment }
  /** One line for a person: the variable, what was found, what was expected. */
  | { readonly ok: false; readonly message: string };

const hostExpected = 'an address of this machine or its name, for example 127.0.0.1, 0.0.0.0 or ::';

const Variables = z.object({
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
});

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
      // A password is never repeated, not even a bad one.
      const found = name === 'ADMIN_PASSWORD' ? 'one that is not' : JSON.stringify(given[name]);
      return `${name} must be ${issue.message}, found ${found}`;
    });
    return { ok: false, message: `The environment is not usable: ${said.join('; ')}.` };
  }
  const { PORT, HOST, DATA_DIR, CONFIG_DIR, ADMIN_PASSWORD } = parsed.data;
  return {
    ok: true,
    environment: {
      port: PORT,
      host: HOST,
      dataDir: resolve(cwd, DATA_DIR),
      configDir: resolve(cwd, CONFIG_DIR),
      adminPassword: ADMIN_PASSWORD ?? null,
    },
  };
}
