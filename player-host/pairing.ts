import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ScreenId } from '#shared/ids.ts';
import type { Cdp } from './cdp.ts';

const Pairing = z.object({
  screen: ScreenId,
  token: z.string().min(1).max(200),
  /** To come after it; while both are kept either may be the one in force. */
  next: z.string().min(1).max(200).optional(),
});
export type Pairing = z.output<typeof Pairing>;

/** Where the player page keeps which screen it is; the same words as in displays/pairing. */
const storageKey = 'shanyraq.pairing';

/** Which screen this machine is: learnt from the page that was paired, and given back to a browser that has lost it. */
export interface PairingKeeper {
  now(): Pairing | null;
  /** Compares what the page and this machine know; true where the page was given the pairing and loads anew. */
  settle(cdp: Cdp): Promise<boolean>;
}

export async function openPairing(dataDir: string): Promise<PairingKeeper> {
  const file = join(dataDir, 'pairing.json');
  let kept = await read(file);

  async function keep(pairing: Pairing): Promise<void> {
    kept = pairing;
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, JSON.stringify(pairing), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  return {
    now: () => kept,
    async settle(cdp) {
      const { result } = await cdp.call('Runtime.evaluate', {
        expression: `localStorage.getItem(${JSON.stringify(storageKey)})`,
        returnByValue: true,
      });
      const text = (result as { readonly value?: unknown } | undefined)?.value;
      const inPage = parse(text);
      if (inPage !== null) {
        if (kept === null || !samePairing(inPage, kept)) await keep(inPage);
        return false;
      }
      if (kept === null || text === undefined) return false;
      await cdp.call('Runtime.evaluate', {
        expression: `localStorage.setItem(${JSON.stringify(storageKey)}, ${JSON.stringify(JSON.stringify(kept))}); location.reload()`,
      });
      return true;
    },
  };
}

export function samePairing(one: Pairing, other: Pairing): boolean {
  return one.screen === other.screen && one.token === other.token && one.next === other.next;
}

async function read(file: string): Promise<Pairing | null> {
  return parse(await readFile(file, 'utf8').catch(() => null));
}

function parse(text: unknown): Pairing | null {
  if (typeof text !== 'string') return null;
  try {
    return Pairing.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
