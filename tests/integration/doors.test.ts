import { mkdtempSync, readFileSync, rmSync, statSync, readdirSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPrivate, refuseOpenRequest } from '../../controller/adapters/doors/open-request.ts';
import { openDoors, type DoorOptions, type Doors } from '../../controller/adapters/doors/open-doors.ts';
import { securityHeaders } from '../../controller/adapters/http/security-headers.ts';
import { ownCertificate } from '../../controller/adapters/doors/own-certificate.ts';
import { quiet } from '../support/engine.ts';

const dayMs = 24 * 3_600_000;
const names = ['hall.test', 'localhost', '127.0.0.1', 'fd00::2'];
let folder: string;
let doors: Doors;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shanyraq-doors-'));
});
afterEach(async () => {
  await doors.close();
  rmSync(folder, { recursive: true });
});

async function open(options: Partial<DoorOptions> = {}): Promise<number> {
  doors = openDoors({
    certificate: null,
    handler(request, response) {
      request.resume();
      request.on('end', () => response.end(isPrivate(request) ? 'private' : 'open'));
    },
    log: quiet,
    ...options,
  });
  return doors.listen(0, '127.0.0.1');
}

function get(send: typeof httpRequest, options: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = send({ host: '127.0.0.1', ...options }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve(`${response.statusCode} ${body}`));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('doors', () => {
  it('speak TLS and HTTP on one port, and TLS with a certificate that is vouched for', async () => {
    const certificate = ownCertificate(folder, names, Date.now());
    const port = await open({ certificate });
    const ca = readFileSync(certificate.authorityFile, 'utf8');
    expect(await get(httpsRequest, { port, ca })).toBe('200 private');
    expect(await get(httpsRequest, { port, ca, servername: 'hall.test' })).toBe('200 private');
    expect(await get(httpRequest, { port })).toBe('200 private');
    await expect(get(httpsRequest, { port })).rejects.toThrow(/self-signed|unable to verify/);
    await expect(get(httpsRequest, { port, ca, servername: 'other.test' })).rejects.toThrow(/altnames/i);
  });

  it('make a browser insist on TLS for a day, with a certificate that it trusts by itself alone', async () => {
    const certificate = ownCertificate(folder, names, Date.now());
    const ca = readFileSync(certificate.authorityFile, 'utf8');
    const insists = async (isTrusted: boolean, send: typeof httpRequest): Promise<string | undefined> => {
      const app = express().use(securityHeaders(isTrusted), (_request, response) => void response.end());
      const port = await open({ certificate, handler: app });
      const headers = await new Promise<IncomingHttpHeaders>((resolve, reject) => {
        const asked = send({ host: '127.0.0.1', port, ca } as object, (response) => {
          response.resume();
          resolve(response.headers);
        });
        asked.on('error', reject);
        asked.end();
      });
      await doors.close();
      return headers['strict-transport-security'];
    };
    expect(await insists(true, httpsRequest)).toBe('max-age=86400');
    expect(await insists(false, httpsRequest)).toBeUndefined();
    // Said over plain HTTP it would be anybody's word.
    expect(await insists(true, httpRequest)).toBeUndefined();
  });

  it('keep their certificate, renew it in time, and for new names, under the same authority', () => {
    const first = ownCertificate(folder, names, Date.now());
    expect(ownCertificate(folder, names, Date.now()).certificate).toBe(first.certificate);
    const later = ownCertificate(folder, names, Date.now() + 340 * dayMs);
    expect(later.certificate).not.toBe(first.certificate);
    expect(ownCertificate(folder, [...names, 'new.test'], Date.now()).fingerprint).toBe(first.fingerprint);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    doors = { http: null as never, listen: () => Promise.resolve(0), close: () => Promise.resolve() };
  });

  it('send other machines that come without TLS to where it is, and let them change nothing', () => {
    const answers: unknown[] = [];
    const response = {
      writeHead: (status: number, headers: object) => {
        answers.push(status, headers);
        return response;
      },
      end: () => response,
    };
    const guarded = refuseOpenRequest(() => answers.push('let in'));
    const from = (remoteAddress: string, method: string, host = 'hall.test:8080') =>
      guarded({ method, url: '/display/', headers: { host }, socket: { remoteAddress } } as never, response as never);
    from('10.0.0.7', 'GET');
    expect(answers).toEqual([307, { Location: 'https://hall.test:8080/display/', 'Cache-Control': 'no-store' }]);
    answers.length = 0;
    from('10.0.0.7', 'POST');
    expect(answers[0]).toBe(403);
    answers.length = 0;
    from('10.0.0.7', 'GET', 'evil.test/\r\nSet-Cookie: a');
    expect(answers[0]).toBe(403);
    answers.length = 0;
    from('127.0.0.1', 'POST');
    expect(answers).toEqual(['let in']);
    doors = { http: null as never, listen: () => Promise.resolve(0), close: () => Promise.resolve() };
  });

  it('hold no place for those who are slow: with a head, a body, a handshake or nothing at all', async () => {
    const limits = { headMs: 400, requestMs: 800, perPlace: 100, connections: 1000 };
    const port = await open({ certificate: ownCertificate(folder, names, Date.now()), limits });
    const beginnings = [
      '',
      'G',
      'GET / HTTP/1.1\r\nHost: x\r\n',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n',
      '\x16',
    ];
    const slow = Array.from({ length: 200 }, (_, index) => {
      const socket = connect(port, '127.0.0.1');
      let isClosed = false;
      socket.resume();
      socket.on('error', () => (isClosed = true));
      socket.on('close', () => (isClosed = true));
      socket.write(beginnings[index % beginnings.length] ?? '');
      const drip = setInterval(
        () => socket.writable && index % beginnings.length === 2 && socket.write('X-a: b\r\n'),
        100,
      );
      return { isClosed: () => isClosed, end: () => (clearInterval(drip), socket.destroy()) };
    });
    await delay(100);
    const startedAt = performance.now();
    expect(await get(httpRequest, { port })).toBe('200 private');
    expect(performance.now() - startedAt).toBeLessThan(500);
    const until = Date.now() + 8_000;
    while (Date.now() < until && slow.some(({ isClosed }) => !isClosed())) await delay(50);
    const left = slow.filter(({ isClosed }) => !isClosed()).length;
    for (const { end } of slow) end();
    expect(left).toBe(0);
  });
});
