import type { HostReport } from '#shared/host-report.ts';
import type { Report } from '#shared/report.ts';
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
export function troubleOf(signs: Signs, now: number): string | null {
  const { report, host, clockJumpedAt, twins, copied } = signs;
  if (report === null) return null;
  return (
    (twins === null
      ? null
      : `Its token is used in two places at once (${twins.join(' and ')}): revoke it, and pair its player again.`) ??
    (copied === null || now - copied.at > copyToldMs
      ? null
      : `An old token of it, replaced before, was used from ${copied.from}: somebody has a copy, or an old image of the player was put back. If nobody did that, pair its player again.`) ??
    (clockJumpedAt !== null && now - clockJumpedAt < jumpToldMs
      ? 'Its clock jumped: somebody set it, or the machine slept.'
      : null) ??
    contentTrouble(report) ??
    pageTrouble(report) ??
    (signs.isStandIn ? null : paceTrouble(report, signs.droppedShare)) ??
    (host === null ? null : machineTrouble(host))
  );
}

function contentTrouble({ shown, media, errors, sound, page }: Report): string | null {
  if (shown?.type === 'fallback') return `It cannot show ${shown.scene}, and shows its title instead.`;
  const { storage } = page;
  if (storage !== null && storage !== undefined && storage.usedBytes > storage.quotaBytes * limits.storageShare)
    return 'Its browser has no room left for media.';
  if (media.missing.length > 0) return `Missing: ${media.missing.join(', ')}`;
  const error = errors.at(-1);
  if (error !== undefined) return `${error.where}: ${error.what}`;
  return sound === 'blocked' ? 'Its browser does not let it play sound.' : null;
}

function pageTrouble({ clock, plan }: Report): string | null {
  if (plan === null) return 'It has no plan.';
  if (clock.status === 'unsynced') return 'It has no shared time yet.';
  if (clock.boundMs !== null && clock.boundMs > limits.boundMs)
    return `Its clock is certain to ${clock.boundMs.toFixed(1)} ms only.`;
  return null;
}

function paceTrouble({ page }: Report, droppedShare: number | null): string | null {
  if (page.longTaskMs > limits.longTaskMs) return `Its page stood still for ${(page.longTaskMs / 1000).toFixed(1)} s.`;
  if (!page.visible) return 'Its page is behind another window.';
  return droppedShare !== null && droppedShare > limits.droppedShare
    ? `It drops ${Math.round(100 * droppedShare)} % of its frames.`
    : null;
}

function machineTrouble({ temperatureC, disk, memory, browser }: HostReport): string | null {
  if (browser.state === 'hung') return 'Its player host finds that the browser does not answer.';
  if (temperatureC !== null && temperatureC > limits.temperatureC)
    return `Its player is at ${Math.round(temperatureC)} °C.`;
  if (disk.freeBytes < disk.totalBytes * limits.diskFreeShare) return 'The disk of its player is almost full.';
  return memory.usedBytes > memory.totalBytes * limits.memoryShare ? 'The memory of its player is almost full.' : null;
}
