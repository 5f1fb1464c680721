import type { DisplaySocket } from './delivery.ts';

/** What the controller keeps in memory for a socket before it counts as one that does not read. */
const mostUnsentBytes = 2 * 1024 ** 2;
const mostUnsentPackets = 256;

/** The part of Engine.IO's connection that tells what has not been sent; its types do not show it. */
interface Connection {
  readonly writeBuffer?: readonly unknown[];
  readonly transport?: { readonly socket?: { readonly bufferedAmount?: number } };
}

/** A socket that does not read what it is sent; what waits for it is the controller's memory. */
export function isStuck(socket: DisplaySocket): boolean {
  const { writeBuffer, transport } = (socket as unknown as { readonly conn: Connection }).conn;
  return (writeBuffer?.length ?? 0) > mostUnsentPackets || (transport?.socket?.bufferedAmount ?? 0) > mostUnsentBytes;
}
