import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChanges } from '#core/ports.ts';
import { aState } from '../support/hall-state.ts';
import { startHall, type RunningHall } from '../support/running-hall.ts';

const video = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

let hall: RunningHall;

beforeAll(async () => {
  const media = [
    { id: 'film.mp4', hash: sha256(video), bytes: video.length, mime: 'video/mp4' },
    { id: 'sign.svg', hash: sha256(svg), bytes: svg.length, mime: 'image/svg+xml' },
    { id: 'lost.png', hash: '0'.repeat(64), bytes: 1, mime: 'image/png' },
  ];
  const state = applyChanges(
    aState({}),
    media.map((medium) => ({ kind: 'medium', id: medium.id, body: medium })),
    0,
  );
  hall = await startHall(state);
  writeFileSync(join(hall.media, sha256(video)), video);
  writeFileSync(join(hall.media, sha256(svg)), svg);
  writeFileSync(join(hall.media, 'f'.repeat(64)), 'a file that the hall does not name');
  writeFileSync(join(hall.media, '..', 'shanyraq-secret'), 'secret');
});
afterAll(() => hall.stop());

const get = (hash: string, headers: Record<string, string> = {}) => fetch(`${hall.origin}/media/${hash}`, { headers });

describe('media', () => {
  it('come whole, as what they were imported, to be kept for ever', async () => {
    const response = await get(sha256(video));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('video/mp4');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(Buffer.from(await response.arrayBuffer()).equals(video)).toBe(true);
  });

  it('come in pieces, as players of video ask for them', async () => {
    const response = await get(sha256(video), { Range: 'bytes=10-19' });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe('bytes 10-19/1000');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(video.subarray(10, 20));
    expect((await get(sha256(video), { Range: 'bytes=5000-' })).status).toBe(416);
  });

  it('that could run a script are documents without rights', async () => {
    const response = await get(sha256(svg));
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('allow-scripts');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('that the hall does not name are not there, even where a file is', async () => {
    expect((await get('f'.repeat(64))).status).toBe(404);
    const lost = await get('0'.repeat(64));
    expect(lost.status).toBe(404);
    expect(lost.headers.get('Content-Type')).toContain('application/problem+json');
  });

  it.each([
    '/media/../shanyraq-secret',
    '/media/..%2fshanyraq-secret',
    '/media/%2e%2e/shanyraq-secret',
    '/media/..%5cshanyraq-secret',
    '/media//shanyraq-secret',
    '/media/%00',
    '/../../../../etc/passwd',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/.git/config',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await rawGet(path);
    expect([400, 403, 404, 422]).toContain(status);
    expect(body).not.toContain('secret"');
    expect(body).not.toContain('root:');
    expect(body).not.toBe('secret');
  });
});

/** As an attacker would send it: no client straightens the path first. */
function rawGet(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(hall.origin);
    const asked = request({ hostname, port, path, method: 'GET' }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}
