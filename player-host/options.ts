import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What one player is told on its command line. */
export interface HostOptions {
  readonly controller: string;
  /** The loopback port that the browser loads the player from. */
  readonly port: number;
  /** The browser's profile, the mirror of the player and its media, the pairing. */
  readonly dataDir: string;
  /** A browser to use instead of the one that is found. */
  readonly browser: string | null;
  /** Where the window stands, for machines with several displays; null: the whole first display. */
  readonly window: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  /** The folder of this display's backlight, for machines with several displays; null: every backlight is its own. */
  readonly backlight: string | null;
  /** More flags for the browser, as given. */
  readonly flags: readonly string[];
}

export type OptionsResult =
  | { readonly ok: true; readonly options: HostOptions }
  /** One line for a person. */
  | { readonly ok: false; readonly message: string };

export const usage =
  'npm run player -- --controller http://HOST:8080 [--port 8090] [--data DIR] [--browser PATH] [--window X,Y,WIDTHxHEIGHT] [--backlight DIR] [--flag=--NAME]';

const Window = z
  .string()
  .regex(/^-?\d+,-?\d+,\d+x\d+$/, 'X,Y,WIDTHxHEIGHT, for example 1920,0,1920x1080')
  .transform((text) => {
    const [x = 0, y = 0, width = 0, height = 0] = text.split(/[,x]/).map(Number);
    return { x, y, width, height };
  });
const Options = z.object({
  controller: z
    .url({ protocol: /^https?$/, error: 'an address such as http://192.168.1.10:8080' })
    .transform((url) => url.replace(/\/+$/, '')),
  port: z.coerce.number().int().min(0).max(65_535).default(8090),
  data: z.string().min(1).optional(),
  browser: z.string().min(1).optional(),
  window: Window.optional(),
  backlight: z.string().min(1).optional(),
  flag: z.array(z.string().startsWith('--')).default([]),
});

/** Reads the command line. Two players on one machine need a port and a data folder each. */
export function readOptions(words: readonly string[], home = homedir()): OptionsResult {
  let given: Record<string, unknown>;
  try {
    ({ values: given } = parseArgs({
      args: [...words],
      options: {
        controller: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        browser: { type: 'string' },
        window: { type: 'string' },
        backlight: { type: 'string' },
        flag: { type: 'string', multiple: true },
      },
    }));
  } catch (error) {
    return { ok: false, message: `${error instanceof Error ? error.message : String(error)}. Usage: ${usage}` };
  }
  const parsed = Options.safeParse(given);
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => `--${path.map(String).join('.')}: ${message}`);
    return { ok: false, message: `${said.join('; ')}. Usage: ${usage}` };
  }
  const { controller, port, data, browser, window, backlight, flag } = parsed.data;
  return {
    ok: true,
    options: {
      controller,
      port,
      dataDir: data === undefined ? join(home, '.local/share/shanyraq-player', String(port)) : resolve(data),
      browser: browser ?? null,
      window: window ?? null,
      backlight: backlight ?? null,
      flags: flag,
    },
  };
}
