import type { HostReport } from '#shared/host-report.ts';
import type { Report } from '#shared/report.ts';
import type { Said } from '#shared/said.ts';
import type { ByName } from '#shared/words/names.ts';
import * as say from './sentences.ts';
import type { Signs } from './signs.ts';

/** A jump of the clock is told for this long after it was put right. */
const jumpToldMs = 10_000;
/** So that somebody who comes in the morning hears of the night. */
const copyToldMs = 24 * 3_600_000;
/** What a technician would want to know before it grows worse. */
const limits = {
  boundMs: 8,
  /** Two of three frames is the least that still looks like motion. */
  droppedShare: 1 / 3,
  longTaskMs: 1_000,
  storageShare: 0.95,
  temperatureC: 85,
  diskFreeShare: 0.05,
  memoryShare: 0.95,
} as const;

/** Why a screen that shows what it should is not as it should be: the worst in one sentence, or null. */
export function troubleOf(signs: Signs, now: number): Said | ByName | null {
  const { report, host, clockJumpedAt } = signs;
  if (report === null) return null;
  return (
    tokenTrouble(signs, now) ??
    (clockJumpedAt !== null && now - clockJumpedAt < jumpToldMs ? say.clockJumped : null) ??
    contentTrouble(report) ??
    pageTrouble(report) ??
    (signs.isStandIn ? null : paceTrouble(report, signs.droppedShare)) ??
    (host === null ? null : machineTrouble(host))
  );
}

/** Why somebody else may have the screen's token, or null. */
export function tokenTrouble({ twins, copied }: Pick<Signs, 'twins' | 'copied'>, now: number): Said | null {
  if (twins !== null) return say.twoPlaces(twins);
  return copied === null || now - copied.at > copyToldMs ? null : say.oldToken(copied.from);
}

function contentTrouble({ shown, media, errors, sound, page }: Report): Said | ByName | null {
  if (shown?.type === 'fallback') return say.standsIn(shown.scene);
  const { storage } = page;
  if (storage !== null && storage !== undefined && storage.usedBytes > storage.quotaBytes * limits.storageShare)
    return say.noRoom;
  if (media.missing.length > 0) return say.missing(media.missing);
  const error = errors.at(-1);
  if (error !== undefined) return say.reported(error.where, error.what);
  return sound === 'blocked' ? say.mute : null;
}

function pageTrouble({ clock, plan }: Report): Said | null {
  if (plan === null) return say.noPlan;
  if (clock.status === 'unsynced') return say.noTime;
  if (clock.boundMs !== null && clock.boundMs > limits.boundMs) return say.unsure(clock.boundMs.toFixed(1));
  return null;
}

function paceTrouble({ page }: Report, droppedShare: number | null): Said | null {
  if (page.longTaskMs > limits.longTaskMs) return say.stoodStill((page.longTaskMs / 1000).toFixed(1));
  if (!page.visible) return say.hidden;
  return droppedShare !== null && droppedShare > limits.droppedShare ? say.drops(Math.round(100 * droppedShare)) : null;
}

function machineTrouble({ temperatureC, disk, memory, browser }: HostReport): Said | null {
  if (browser.state === 'hung') return say.hostSeesHang;
  if (temperatureC !== null && temperatureC > limits.temperatureC) return say.hot(Math.round(temperatureC));
  if (disk.freeBytes < disk.totalBytes * limits.diskFreeShare) return say.diskFull;
  return memory.usedBytes > memory.totalBytes * limits.memoryShare ? say.memoryFull : null;
}
