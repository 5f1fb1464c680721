declare module '@ircam/sync' {
  /** Times in seconds. */
  export class SyncClient {
    constructor(getTime: () => number);
    start(
      send: (pingId: number, sentAt: number) => void,
      receive: (callback: (pingId: number, sentAt: number, t2: number, t3: number) => void) => void,
      report: () => void,
    ): void;
    stop(): void;
    getSyncTime(localTime: number): number;
  }
}

declare module 'timesync' {
  /** Times in ms. */
  export interface TimeSync {
    readonly offset: number;
    send: (to: string, data: { readonly id: string }, timeoutMs: number) => Promise<void>;
    receive(from: string, data: { readonly id: string; readonly result: number }): void;
    on(event: 'change', listener: () => void): void;
    destroy(): void;
  }
  export function create(options: { peers: string; now: () => number; interval?: number }): TimeSync;
}
