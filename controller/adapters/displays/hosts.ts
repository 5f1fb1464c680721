import type { ScreensPort } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { DisplaySocket } from './delivery.ts';
import type { createHearing } from './hearing.ts';

/** The player hosts: reports of their machines, and orders to them. The newest speaks for its screen. */
export interface Hosts {
  serve(socket: DisplaySocket, screen: ScreenId, hear: ReturnType<typeof createHearing>): void;
  of(screen: ScreenId): DisplaySocket | null;
}

export function createHosts(
  hall: Pick<ScreensPort, 'host' | 'hostLeft'>,
  onGone: (socket: DisplaySocket) => void,
): Hosts {
  const hosts = new Map<ScreenId, DisplaySocket>();
  return {
    of: (screen) => hosts.get(screen) ?? null,
    serve(socket, screen, hear) {
      hosts.set(screen, socket);
      hear('host', (report) => {
        if (report.screen === screen && hosts.get(screen) === socket) hall.host(report);
      });
      socket.on('disconnect', () => {
        onGone(socket);
        if (hosts.get(screen) !== socket) return;
        hosts.delete(screen);
        hall.hostLeft(screen);
      });
    },
  };
}
