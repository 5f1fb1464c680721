import { easeInOut, passage } from '../look/motion.ts';

const edgeMs = 600;

/** How far an overlay is there at `nowMs`, 0..1: it comes softly at its start and has gone at its end; at once where motion is still. */
export function presenceOf(
  { from, until }: { readonly from: number; readonly until: number | null },
  nowMs: number,
  atOnce: boolean,
): number {
  if (nowMs < from || (until !== null && nowMs >= until)) return 0;
  if (atOnce) return 1;
  const leaving = until === null ? 0 : passage(nowMs, until - edgeMs, edgeMs);
  return easeInOut(Math.min(passage(nowMs, from, edgeMs), 1 - leaving));
}
