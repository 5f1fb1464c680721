import type { Notice } from '#core/ports.ts';
import type { NoticeWay } from '#shared/notices.ts';

/** One way in which notices leave the hall. */
export interface Way {
  readonly way: NoticeWay;
  /** Null once the other side has it; else why not, for people to read, without a secret in it. Never rejects. */
  send(notice: Notice): Promise<string | null>;
  /** Gives up what is under way. */
  stop(): void;
}
