import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 5_000;

/**
 * Ends the browser that a host left behind when it crashed. Its page would go on playing for the screen beside the one
 * to come, out of the same profile, and would change the token without anybody reading the new one.
 */
export async function endLeftOver(profile: string, say: (line: string) => void): Promise<void> {
  // The port that the browser chose, and a path that no other browser on that port has.
  const written = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
  const [port = '', path = ''] = written.split('\n');
  if (!/^\d+$/.test(port) || !path.startsWith('/devtools/browser/')) return;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`);
  const gone = new Promise<'gone'>((resolve) =>
    socket.addEventListener('close', () => resolve('gone'), { once: true }),
  );
  socket.addEventListener('open', () => {
    say('a browser is here that an earlier player left behind: it is ended');
    socket.send(JSON.stringify({ id: 1, method: 'Browser.close' }));
  });
  const end = await Promise.race([gone, wait(patienceMs, 'there still' as const)]);
  if (end === 'there still')
    say('the browser that was left behind does not end: end it by hand, or restart the machine');
  socket.close();
}
