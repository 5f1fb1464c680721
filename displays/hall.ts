import { z } from 'zod';
import type { Plan } from '#shared/plan.ts';
import type { SharedClock } from '#shared/clock/shared-clock.ts';
import { Hall } from '#shared/hall.ts';
import { PROTOCOL_VERSION, type PlayerMode } from '#shared/protocol.ts';
import { itemAt } from '#shared/scene-at.ts';
import { timeOfDay } from '#shared/dates.ts';
import { closePace, firstPace, hiddenPace, nextPace } from './hall/pacing.ts';
import { closedBar, rehearsalBar } from './hall/hall-bar.ts';
import { createHallView } from './hall/hall-view.ts';
import { forbidGestures } from './page/no-gestures.ts';
import { opensAt } from './hall/opening.ts';
import { startRehearsal, type Rehearsal } from './hall/rehearsal.ts';
import { startPlayerPage } from './page/player-page.ts';
import { personHere } from './page/session.ts';
import { pageWords, sayOnPage } from './page/words.ts';
import { pageBuild } from './player/page-state.ts';
import type { Player } from './player/player-options.ts';

const lookEveryMs = 2_000;

async function theHall(): Promise<Hall> {
  const response = await fetch('/api/hall');
  if (!response.ok) throw new Error(`the controller answered ${response.status}`);
  // The document carries its revision beside the hall.
  const { revision: _, ...hall } = z.looseObject({ revision: z.unknown() }).parse(await response.json());
  return Hall.parse(hall);
}

/** What is to be said under a screen that shows no picture, or null. */
function sleepNote(plan: Plan | null, hall: Hall, now: number): string | null {
  if (plan === null) return null;
  const item = itemAt(plan, now);
  if (item.power === 'on') return null;
  if (item.until === null) return sayOnPage(pageWords.asleep);
  return `${sayOnPage(pageWords.asleepUntil)} ${timeOfDay(item.until, hall.timeZone)}`;
}

/** The instant to rehearse, `?at=2026-12-16T06:00:00Z`; null: the present. */
function rehearsedAt(): number | null {
  const at = Date.parse(new URLSearchParams(location.search).get('at') ?? '');
  return Number.isNaN(at) ? null : at;
}

async function start(): Promise<void> {
  forbidGestures(document);
  await personHere(document.body);
  const hall = await theHall();
  const players = new Map<string, Player>();
  const modes = new Map<string, PlayerMode>();
  const problems = new Map<string, string>();
  let isConnected = true;
  let looking: string | null = null;
  let pace = firstPace;
  async function rehearse(clock: SharedClock): Promise<Rehearsal> {
    const rehearsal = await startRehearsal(clock, at ?? clock.now());
    rehearsalBar(hall, document.body, rehearsal);
    return rehearsal;
  }
  const view = createHallView({
    hall,
    body: document.body,
    onLook(screen) {
      looking = screen;
      setPaces();
    },
  });
  const at = rehearsedAt();
  const page = await startPlayerPage({
    ...(at === null ? {} : { elsewhen: rehearse }),
    handshake: () => ({ as: 'session', protocol: PROTOCOL_VERSION, build: pageBuild() }),
    onConnection(is) {
      isConnected = is;
      note();
    },
    // The session has ended: ask who is here.
    onRefused: () => location.reload(),
  });

  function setPaces(): void {
    for (const [id, player] of players)
      player.setPace(looking === null ? pace : id === looking ? closePace : hiddenPace);
  }

  function note(): void {
    for (const { id } of hall.screens) {
      const ownPlayer = modes.get(id) === 'mirror' ? sayOnPage(pageWords.elsewhere) : null;
      const offline = isConnected ? null : sayOnPage(pageWords.noController);
      const plan = page.link.plans.get(id);
      view.setNote(id, problems.get(id) ?? offline ?? sleepNote(plan, hall, page.clock.now()) ?? ownPlayer);
    }
  }

  for (const { id } of hall.screens) {
    const root = view.stages.get(id);
    if (root === undefined) continue;
    const player = page.play({
      screen: id,
      mode: at === null ? 'virtual' : 'rehearse',
      root,
      isPhysical: false,
      pace,
      onMode(mode) {
        modes.set(id, mode);
        problems.delete(id);
      },
      onProblem: ({ detail }) => problems.set(id, detail),
    });
    players.set(id, player);
  }
  let before = page.frames.refresh();
  setInterval(() => {
    note();
    const after = page.frames.refresh();
    const next = looking === null ? nextPace(pace, before, after) : pace;
    before = after;
    if (next === pace) return;
    pace = next;
    setPaces();
  }, lookEveryMs);
  if (at === null)
    closedBar(hall, document.body, () => {
      const plans = hall.screens.flatMap(({ id }) => page.link.plans.get(id) ?? []);
      return opensAt(plans, page.clock.now());
    });
}

await start();
