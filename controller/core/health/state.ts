import type { Health, HealthState } from '#shared/facts.ts';
import type { Said } from '#shared/said.ts';
import { bareNames, calling, type ByName, type Names } from '#shared/words/names.ts';
import { silenceLimitMs } from '#shared/protocol.ts';
import { troubleOf } from './degraded.ts';
import { sceneIn } from './eye.ts';
import * as say from './sentences.ts';
import type { Signs } from './signs.ts';

/** Reports come every 2 s; one that is missing makes a screen late, two that are missing make it silent. */
export const lateMs = 3_500;
/** Frames that do not grow over two reports stand still. */
const stillFramesMs = 3_500;
/** A page that does not answer its Worker for this long hangs. */
const hungMs = 2_500;

interface Found {
  readonly state: HealthState;
  readonly said: Said | ByName | null;
}

/**
 * The state of a screen at `now`, and since when: `before` keeps its beginning while the state stays the same. `names`
 * are what people call things by.
 */
export function healthAt(signs: Signs, before: Health | null, now: number, names: Names): Health {
  const found = stateAt(signs, now);
  const isSame = before !== null && before.state === found.state;
  const since = isSame ? before.since : beginning(found.state, signs, now);
  const { state, said } = found;
  if (said === null) return { state, since, reason: null };
  return { state, since, reason: calling(said, bareNames).en, said: calling(said, names) };
}

/** The first that applies, from what hides everything else to what must be earned. */
function stateAt(signs: Signs, now: number): Found {
  if (signs.maintenance !== null) return { state: 'maintenance', said: maintenanceWords(signs, now) };
  return heard(signs, now) ?? newcomer(signs) ?? still(signs, now) ?? wrong(signs) ?? well(signs, now);
}

/** What is to be said of a screen's player before anything it says. */
function heard(signs: Signs, now: number): Found | null {
  const { report, reportedAt, isPaired, isConnected, keptOut } = signs;
  if (keptOut !== null) return { state: 'offline', said: say.keptOut(keptOut) };
  if (report === null || reportedAt === null) {
    return {
      state: 'unknown',
      said: isPaired ? say.notHeardYet : say.notPaired,
    };
  }
  const silentMs = now - reportedAt;
  if (silentMs > silenceLimitMs || (!isConnected && silentMs > lateMs))
    return { state: 'offline', said: silence(signs) };
  if (silentMs > lateMs) return { state: 'late', said: say.overdue };
  return null;
}

/** What the page before it did is no fault of the one that plays now, and no merit. */
function newcomer({ hasJustCome }: Signs): Found | null {
  return hasJustCome ? { state: 'unproved', said: say.justCame } : null;
}

/** A player host that is still there tells a dead browser from a dead machine or link. */
function silence({ host }: Signs): Said {
  return host === null ? say.silent : say.browserSilent(host.browser.state);
}

function still({ report, frames, verdict }: Signs, now: number): Found | null {
  if (report?.hungMs !== undefined && report.hungMs > hungMs)
    return { state: 'frozen', said: say.hung(Math.round(report.hungMs / 1000)) };
  if (frames !== null && now - frames.grewAt > stillFramesMs)
    return {
      state: 'frozen',
      said: report?.page.visible === false ? say.drawsNothing : say.noNewFrames,
    };
  if (verdict.is === 'still') return { state: 'frozen', said: say.stillPicture };
  return null;
}

function wrong({ agrees, verdict, report }: Signs): Found | null {
  if (agrees === false)
    return {
      state: 'wrong',
      said: say.notWanted(report?.shown?.scene ?? null),
    };
  switch (verdict.is) {
    case 'black':
      return { state: 'wrong', said: say.black };
    case 'lit':
      return { state: 'wrong', said: say.lit };
    case 'other':
      return { state: 'wrong', said: say.looksLike(sceneIn(verdict.scene)) };
    case 'unseen':
    case 'proved':
    case 'dark':
    case 'still':
      return null;
  }
}

function well(signs: Signs, now: number): Found {
  const trouble = troubleOf(signs, now);
  if (trouble !== null) return { state: 'degraded', said: trouble };
  if (signs.report?.power === 'standby') return { state: 'dark', said: say.asleep };
  if (signs.verdict.is === 'dark') return { state: 'dark', said: say.blackByPlan };
  if (signs.verdict.is === 'unseen') return { state: 'unproved', said: say.unseen };
  return { state: 'online', said: null };
}

function maintenanceWords({ maintenance, report, reportedAt }: Signs, now: number): Said {
  const isSilent = report === null || reportedAt === null || now - reportedAt > silenceLimitMs;
  return say.inMaintenance(maintenance?.reason ?? '', isSilent);
}

/** A screen is offline since it was last heard, and frozen since its last frame, not since somebody noticed. */
function beginning(state: HealthState, { reportedAt, frames, verdict }: Signs, now: number): number {
  if (state === 'offline' || state === 'late') return reportedAt ?? now;
  if (state === 'frozen') return verdict.is === 'still' ? verdict.since : (frames?.grewAt ?? now);
  if (state === 'wrong' && verdict.is === 'black') return verdict.since;
  return now;
}
