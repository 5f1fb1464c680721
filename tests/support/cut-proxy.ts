import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A cable that a test can pull: bytes pass both ways until it is cut, and then nothing does, without a word. */
export interface Cable {
  readonly port: number;
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function layCable(toPort: number): Promise<Cable> {
  let isCut = false;
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(toPort, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => {
        if (!isCut) to.write(bytes);
      });
      from.on('close', () => {
        ends.delete(from);
        if (!isCut) to.destroy();
      });
      from.on('error', () => from.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
    },
    /** What was lost is lost: connections that lived through the cut are broken. */
    mend() {
      for (const end of ends) end.destroy();
      isCut = false;
    },
    async stop() {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
