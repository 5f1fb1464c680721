import type { OrderDone, PlayerOrder } from '#shared/orders.ts';

/** Time for the answer to leave before the page does. */
const leaveMs = 200;

/** Carries out what a page can do by itself; what needs the machine under it is the player host's. */
export function carryOut({ act }: PlayerOrder): OrderDone {
  switch (act.is) {
    case 'reload':
      setTimeout(() => location.reload(), leaveMs);
      return { ok: true, said: 'The page loads anew.' };
    case 'clear-cache':
      setTimeout(() => void clear(), leaveMs);
      return { ok: true, said: 'The page forgets its media and its plan, and loads anew.' };
    case 'restart-player':
    case 'reboot':
    case 'screenshot':
    case 'brightness':
    case 'volume':
    case 'controller':
      return {
        ok: false,
        code: 'not-built',
        said: `A page cannot do this: ${act.is} needs a player host on the machine.`,
      };
  }
}

/** Everything but the pairing. What cannot be deleted is in use by this page and goes with it. */
async function clear(): Promise<void> {
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  location.reload();
}
