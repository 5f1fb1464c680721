import type { Socket } from 'socket.io-client';

const retryMs = 1_000;

/**
 * Comes back for ever. Socket.IO does so by itself after a broken link, but not where the controller itself ended the
 * connection or refused it: after a restart, or before a screen is paired.
 */
export function stayConnected(socket: Socket, after: (run: () => void, ms: number) => unknown): void {
  const again = (): void => {
    if (!socket.active) after(() => socket.connect(), retryMs);
  };
  socket.on('connect_error', again);
  socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') again();
  });
}
