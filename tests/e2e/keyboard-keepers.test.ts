import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { patience } from '../support/console-story.ts';
import { administratorTasks } from '../support/keyboard/administrator-tasks.ts';
import type { Hands } from '../support/keyboard/hands.ts';
import { machineTasks } from '../support/keyboard/machine-tasks.ts';
import { outcome, sitDown, startAfresh } from '../support/keyboard/outcome.ts';
import type { Keepers, Wall } from '../support/keyboard/task.ts';
import { technicianTasks } from '../support/keyboard/technician-tasks.ts';
import { pairByHand } from '../support/pair-by-hand.ts';
import { startPlayedHall, type PlayedHall } from '../support/played-hall.ts';
import { layOutMachine } from '../support/player-machine.ts';
import { startPlayerProcess, type PlayerProcess } from '../support/player-process.ts';

const screen = 'statehood';
/** The browser keeps what it has fetched by origin, and so by port: it stays the same over reboots. */
const port = 8_377;

describe('every task of who keeps the hall, by keyboard alone', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shanyraq-player-'));
  const machine = layOutMachine();
  let hall: PlayedHall;
  let browser: Browser;
  let host: PlayerProcess;
  let keepers: Keepers;
  let all: readonly Hands[];

  beforeAll(async () => {
    hall = await startPlayedHall({ without: ['map', screen] });
    const { controller } = hall;
    writeFileSync(
      join(dataDir, 'pairing.json'),
      JSON.stringify({ screen, token: await pairByHand(controller, screen) }),
    );
    const switchOn = (): void => {
      host = startPlayerProcess({ controller: controller.url, port, dataDir, machine });
    };
    switchOn();
    browser = await launchBrowser();
    const story = { controller, browser, until: (is: () => Promise<boolean>) => vi.waitUntil(is, patience) };
    const erlan = await sitDown(story, 'technician', { name: 'Erlan', layout: 'russian' });
    const daulet = await sitDown(story, 'technician', { name: 'Daulet', layout: 'kazakh' });
    const asel = await sitDown(story, 'admin', { name: 'Asel', layout: 'kazakh' });
    const player = await (await browser.newContext({ viewport: { width: 480, height: 270 } })).newPage();
    await player.goto(`${controller.url}/display/`);
    const wall: Wall = { screen, machine, host: () => host, switchOn };
    keepers = { story, erlan, daulet, asel, player, wall };
    all = [erlan, daulet, asel];
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    await hall.stop();
    machine.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(() => startAfresh(all));

  it.each([...technicianTasks, ...machineTasks, ...administratorTasks])('$handbook: $task', async ({ does }) => {
    expect(await outcome(() => does(keepers), all)).toBe('done');
  });

  it('shows where the keyboard is, wherever it went', () => {
    expect(all.flatMap(({ unseen }) => [...unseen])).toEqual([]);
  });
});
