import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import type { Pairing } from './pairing.ts';
import { whyUnreached } from './trust.ts';

const fileOf = (dataDir: string): string => join(dataDir, 'controller');

/** The controller that this player was last moved to, or the one from the command line. */
export async function keptAddress(dataDir: string, given: string): Promise<string> {
  const kept = (await readFile(fileOf(dataDir), 'utf8').catch(() => '')).trim();
  const [from = '', to = ''] = kept.split(' ');
  // Whoever changes the command line means it: a move counts only for the address it was made from.
  return from === given && to !== '' ? to : given;
}

export async function keepAddress(dataDir: string, given: string, url: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${fileOf(dataDir)}.new`, `${given} ${url}\n`);
  await rename(`${fileOf(dataDir)}.new`, fileOf(dataDir));
}

const patienceMs = 8_000;

/** Whether a controller answers there and knows this screen; why not, or null. The old one stays until this is null. */
export async function prove(url: string, pairing: Pairing, build: string): Promise<string | null> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    if (!response.ok) return `${url} answers with ${response.status}; it is no controller, or not ready.`;
  } catch (error) {
    return `${url} does not answer: ${whyUnreached(error)}`.slice(0, 300);
  }
  const socket = io(`${url}/displays`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { as: 'host', protocol: PROTOCOL_VERSION, build, ...pairing },
    timeout: patienceMs,
  });
  try {
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(`${url} does not answer on its socket.`), patienceMs);
      socket.on('connect', () => {
        clearTimeout(timer);
        resolve(null);
      });
      socket.on('connect_error', (error) => {
        clearTimeout(timer);
        resolve(`${url} does not let screen ${pairing.screen} in: ${error.message}`);
      });
    });
  } finally {
    socket.disconnect();
  }
}
