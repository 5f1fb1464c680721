import type { Health, HealthState } from '#shared/facts.ts';
import { silenceLimitMs } from '#shared/protocol.ts';
import { troubleOf } from './degraded.ts';
import type { Signs } from './signs.ts';

/** Reports come every 2 s; one that is missing makes a screen late, two that are missing make it silent. */
export const lateMs = 3_500;
/** Frames that do not grow over two reports stand still. */
const stillFramesMs = 3_500;
/** A page that does not answer its Worker for this long hangs. */
const hungMs = 2_500;

type Found = Omit<Health, 'since'>;

/** The state of a screen at `now`, and since when: `before` keeps its beginning while the state stays the same. */
export function healthAt(signs: Signs, before: Health | null, now: number): Health {
  const found = stateAt(signs, now);
  const isSame = before !== null && before.state === found.state;
  return { ...found, since: isSame ? before.since : beginning(found.state, signs, now) };
}

/** The first that applies, from what hides everything else to what must be earned. */
function stateAt(signs: Signs, now: number): Found {
  if (signs.maintenance !== null) return { state: 'maintenance', reason: maintenanceWords(signs, now) };
  return heard(signs, now) ?? still(signs, now) ?? wrong(signs) ?? well(signs, now);
}

/** What is to be said of a screen's player before anything it says. */
function heard(signs: Signs, now: number): Found | null {
  const { report, reportedAt, isPaired, isConnected, quarantine } = signs;
  if (quarantine !== null) return { state: 'offline', reason: `Its player is kept out: ${quarantine}` };
  if (report === null || reportedAt === null) {
    return {
      state: 'unknown',
      reason: isPaired ? 'Its player has not been heard since the controller started.' : 'No player is paired with it.',
    };
  }
  const silentMs = now - reportedAt;
  if (silentMs > silenceLimitMs || (!isConnected && silentMs > lateMs))
    return { state: 'offline', reason: silence(signs) };
  if (silentMs > lateMs) return { state: 'late', reason: 'Its last report is overdue.' };
  return null;
}

/** A player host that is still there tells a dead browser from a dead machine or link. */
function silence({ host }: Signs): string {
  return host === null
    ? 'Its player has not been heard: no power, no network, or no player.'
    : `Its browser has not been heard; its player host answers and says that it is ${host.browser.state}.`;
}

function still({ report, frames, verdict }: Signs, now: number): Found | null {
  if (report?.hungMs !== undefined && report.hungMs > hungMs)
    return { state: 'frozen', reason: `Its page has not answered for ${Math.round(report.hungMs / 1000)} s.` };
  if (frames !== null && now - frames.grewAt > stillFramesMs)
    return {
      state: 'frozen',
      reason:
        report?.page.visible === false
          ? 'It draws nothing: its page is behind another window, or the display is off.'
          : 'It draws no new frames.',
    };
  if (verdict.is === 'still')
    return { state: 'frozen', reason: 'Its picture has not changed, although its scene moves.' };
  return null;
}

function wrong({ agrees, verdict, report }: Signs): Found | null {
  if (agrees === false)
    return {
      state: 'wrong',
      reason: `It shows ${report?.shown?.scene ?? 'nothing'}, which is not what its plan wants.`.slice(0, 300),
    };
  switch (verdict.is) {
    case 'black':
      return { state: 'wrong', reason: 'Its picture is black, although its plan wants something to be seen.' };
    case 'lit':
      return { state: 'wrong', reason: 'Its picture is lit, although its plan wants it dark.' };
    case 'other':
      return { state: 'wrong', reason: `Its picture looks like ${verdict.scene}, which is not on.` };
    case 'unseen':
    case 'proved':
    case 'dark':
    case 'still':
      return null;
  }
}

function well(signs: Signs, now: number): Found {
  const trouble = troubleOf(signs, now);
  if (trouble !== null) return { state: 'degraded', reason: trouble.slice(0, 300) };
  if (signs.report?.power === 'standby') return { state: 'dark', reason: 'Its plan wants it to sleep.' };
  if (signs.verdict.is === 'dark') return { state: 'dark', reason: 'Its plan wants it black, and it is.' };
  if (signs.verdict.is === 'unseen')
    return { state: 'unproved', reason: 'It says that all is well, but nobody has seen its picture.' };
  return { state: 'online', reason: null };
}

function maintenanceWords({ maintenance, report, reportedAt }: Signs, now: number): string {
  const words = maintenance === null || maintenance.reason === '' ? 'Somebody works on it' : maintenance.reason;
  const isSilent = report === null || reportedAt === null || now - reportedAt > silenceLimitMs;
  return `${words.replace(/\.$/, '')}.${isSilent ? ' Its player is silent.' : ''}`.slice(0, 300);
}

/** A screen is offline since it was last heard, and frozen since its last frame, not since somebody noticed. */
function beginning(state: HealthState, { reportedAt, frames, verdict }: Signs, now: number): number {
  if (state === 'offline' || state === 'late') return reportedAt ?? now;
  if (state === 'frozen') return verdict.is === 'still' ? verdict.since : (frames?.grewAt ?? now);
  if (state === 'wrong' && verdict.is === 'black') return verdict.since;
  return now;
}
