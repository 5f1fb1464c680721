import { connect } from 'node:net';
import { seededRandom } from '../random.ts';
import type { FuzzedHall } from './controller-process.ts';
import type { Fuzzed } from './fuzz-rest.ts';
import { manyAtOnce } from './many-at-once.ts';

const atOnce = 24;
const seeds = [
  'GET /api/hall HTTP/1.1\r\nHost: x\r\nCookie: shanyraq_session=abc\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"name":"a","code":1',
  'POST /api/takes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\x81\x85\x00\x00\x00\x0040{},',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
].map((text) => Buffer.from(text, 'latin1'));

/** Sends `count` broken beginnings of conversations, each on a connection of its own. */
export async function fuzzBytes(hall: FuzzedHall, seed: number, count: number): Promise<Fuzzed> {
  const random = seededRandom(seed);
  const { hostname, port } = new URL(hall.origin);
  const answers: Record<string, number> = {};
  const wrong: string[] = [];
  let sent = 0;

  const broken = (): Buffer => {
    const bytes = Buffer.from(seeds[Math.floor(random() * seeds.length)] ?? Buffer.alloc(0));
    const changes = 1 + Math.floor(random() * 8);
    for (let change = 0; change < changes; change += 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return random() < 0.3 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
  };
  const one = (): Promise<void> =>
    new Promise((resolve) => {
      sent += 1;
      const socket = connect(Number(port), hostname);
      let text = '';
      const end = (): void => {
        const status = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? (text === '' ? 'nothing' : 'other');
        answers[status] = (answers[status] ?? 0) + 1;
        if (status.startsWith('5') || hall.secrets.some((secret) => text.includes(secret)))
          wrong.push(text.slice(0, 300));
        socket.destroy();
        resolve();
      };
      socket.setTimeout(40, end);
      socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      socket.on('error', end);
      socket.on('close', end);
      socket.write(broken());
    });
  await manyAtOnce(atOnce, count, one);
  return { sent, answers, wrong: wrong.slice(0, 20) };
}
