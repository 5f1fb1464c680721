import type { DisplayNamespace } from './delivery.ts';

/** An answer to a broadcast, and the socket that gave it. */
export interface SignedAnswer {
  readonly from: string;
  readonly answer: unknown;
}

/**
 * Has every answer to a broadcast come as a `SignedAnswer`. Socket.IO collects them without saying whose they are, while a
 * player may answer only for itself; its adapter calls back as the socket that answers. Returns its stop.
 */
export function signAnswers({ adapter }: DisplayNamespace): () => void {
  const broadcast = adapter.broadcastWithAck.bind(adapter);
  adapter.broadcastWithAck = (packet, opts, count, ack) => {
    broadcast(packet, opts, count, function (this: { readonly id: string }, answer: unknown) {
      ack({ from: this.id, answer } satisfies SignedAnswer);
    });
  };
  return () => {
    adapter.broadcastWithAck = broadcast;
  };
}
