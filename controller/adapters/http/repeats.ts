import { createHash } from 'node:crypto';
import type { Reply } from './route.ts';

const keptMs = 10 * 60_000;
const keptReplies = 1000;

/** The first reply to each repeated request that is not one command, for ten minutes and while the process lives. */
export interface Repeats {
  once(key: string, answer: () => Promise<Reply>): Promise<Reply>;
}

export function createRepeats(now: () => number): Repeats {
  const kept = new Map<string, { readonly reply: Promise<Reply>; readonly at: number }>();
  return {
    once(key, answer) {
      for (const [old, { at }] of kept) {
        if (now() - at < keptMs && kept.size < keptReplies) break;
        kept.delete(old);
      }
      const known = kept.get(key);
      if (known !== undefined) return known.reply;
      const reply = answer();
      kept.set(key, { reply, at: now() });
      // A mistake of ours is no answer to be kept.
      reply.catch(() => kept.delete(key));
      return reply;
    },
  };
}

/** What makes two requests the same one; a digest, so that no secret of theirs is kept. */
export function requestKey(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex');
}
