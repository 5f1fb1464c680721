import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileIn } from '../../../player-host/browser.ts';
import type { FoundBrowser } from '../../../player-host/find-browser.ts';
import type { Mirror } from '../../../player-host/mirror.ts';
import type { HostOptions } from '../../../player-host/options.ts';
import { serveLoopback } from '../../../player-host/serve.ts';
import { startPlayerHost } from '../../../player-host/start.ts';

const mirror = { get: async () => null } as unknown as Mirror;
const controller = (): string => 'http://127.0.0.1:1';

const hostOptions = { controller: controller(), backlight: null } as unknown as HostOptions;

async function listening(server: Server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

describe('what a player host serves', () => {
  it('ends no browser where another player has the port: it is that one’s', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'shanyraq-taken-'));
    let asked = 0;
    const debugged = await listening(createServer((socket) => void ((asked += 1), socket.destroy())));
    const taken = await listening(createServer());
    mkdirSync(profileIn(dataDir), { recursive: true });
    writeFileSync(join(profileIn(dataDir), 'DevToolsActivePort'), `${debugged.port}\n/devtools/browser/one`);
    const options = { ...hostOptions, dataDir, port: taken.port };
    const found = { path: '/bin/false', version: 'none' } as unknown as FoundBrowser;
    await expect(startPlayerHost(options, found, 'build', () => undefined)).rejects.toThrow('EADDRINUSE');
    expect(asked).toBe(0);
    await debugged.close();
    await taken.close();
    rmSync(dataDir, { recursive: true });
  });

  it('answers nothing on its port before all is prepared', async () => {
    const free = await listening(createServer());
    await free.close();
    const { port } = free;
    const ask = (): Promise<number> =>
      fetch(`http://127.0.0.1:${port}/display/`).then(
        ({ status }) => status,
        () => 0,
      );
    let meanwhile = -1;
    const served = await serveLoopback(port, mirror, controller, async () => void (meanwhile = await ask()));
    expect([meanwhile, await ask()]).toEqual([0, 503]);
    await served.stop();
  });
});
