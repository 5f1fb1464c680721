import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { ownCertificate } from '../../controller/adapters/doors/own-certificate.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { eventually } from '../support/eventually.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a player host before a controller with a certificate of the hall’s own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shanyraq-tls-'));
  const hosts: ChildProcess[] = [];
  let controller: TestController;
  let authority = '';

  /** A host whose browser is none: what it serves is asked for by the test. */
  async function start(name: string, env: Readonly<Record<string, string>>) {
    const browser = join(folder, 'browser');
    writeFileSync(browser, '#!/bin/sh\n[ "$1" = --version ] && { echo Chromium 1; exit; }\nexec sleep 600\n');
    chmodSync(browser, 0o755);
    const port = await freePort();
    const words = ['--controller', `https://127.0.0.1:${controller.port}`, '--port', String(port)];
    const host = spawn(
      process.execPath,
      ['player-host/main.ts', ...words, '--browser', browser, '--data', join(folder, name)],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
    );
    hosts.push(host);
    let said = '';
    for (const stream of [host.stdout, host.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await eventually('it serves', () => Promise.resolve(said.includes('shows http') ? true : null), 30_000);
    return { url: `http://127.0.0.1:${port}`, said: () => said };
  }

  beforeAll(async () => {
    const { certificate, key, authorityFile } = ownCertificate(folder, ['127.0.0.1'], Date.now());
    authority = authorityFile;
    const files = { TLS_CERT: join(folder, 'given.pem'), TLS_KEY: join(folder, 'given.key') };
    writeFileSync(files.TLS_CERT, certificate);
    writeFileSync(files.TLS_KEY, key);
    controller = await startTestController({ env: files });
  });
  afterAll(async () => {
    for (const host of hosts) {
      const gone = once(host, 'exit');
      host.kill('SIGTERM');
      await gone;
    }
    await controller.stop();
    rmSync(folder, { recursive: true });
  });

  it('serves the player and its socket where the machine trusts the hall’s authority', async () => {
    // What update-ca-certificates does to a whole machine, for one process.
    const { url, said } = await start('trusting', { SSL_CERT_FILE: authority });
    const page = await fetch(`${url}/display/`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
    const socket = io(`${url}/displays`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { as: 'stranger', protocol: PROTOCOL_VERSION, build: 'test' },
    });
    const came = new Promise((resolve) => {
      socket.once('connect', () => resolve('in'));
      socket.once('connect_error', (error) => resolve(error.message));
    });
    expect(await came).toBe('in');
    socket.disconnect();
    expect(said()).not.toContain('does not answer');
  });

  it('says what to do where it does not, once', async () => {
    const { url, said } = await start('strange', { SSL_CERT_FILE: join(folder, 'no-such-file') });
    for (let turn = 0; turn < 3; turn += 1) expect((await fetch(`${url}/display/`)).status).toBe(503);
    expect(said().match(/does not trust its certificate/g)).toHaveLength(1);
    expect(said()).toContain('update-ca-certificates');
    expect(readFileSync(authority, 'utf8')).toContain('BEGIN CERTIFICATE');
  });
});
