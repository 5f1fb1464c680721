import { rmSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openConsoleStory, password, patience, type ConsoleStory } from '../support/console-story.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { announcingTasks } from '../support/keyboard/announcing-tasks.ts';
import { contentTasks } from '../support/keyboard/content-tasks.ts';
import { dateTasks } from '../support/keyboard/date-tasks.ts';
import { byKeyboard, type Hands } from '../support/keyboard/hands.ts';
import { openingTasks } from '../support/keyboard/opening-tasks.ts';
import { quickTasks } from '../support/keyboard/quick-tasks.ts';
import { runningTasks } from '../support/keyboard/running-tasks.ts';
import { scheduleTasks } from '../support/keyboard/schedule-tasks.ts';
import { outcome, sitDown, startAfresh } from '../support/keyboard/outcome.ts';
import type { People } from '../support/keyboard/task.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

describe('every task of who runs the hall and writes for it, by keyboard alone', () => {
  let story: ConsoleStory;
  let people: People;
  let all: readonly Hands[];

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['russian', 'kazakh'], without: ['map'] });
    const [aliya, dana] = [byKeyboard(story.aliya), byKeyboard(story.dana)];
    const aigul = await sitDown(story, 'curator', { name: 'Aigul', layout: 'kazakh' });
    people = { story, aliya, dana, aigul };
    all = [aliya, dana, aigul];
  });
  afterAll(() => story.stop());
  beforeEach(async () => {
    await story.controller.request('DELETE', '/api/emergency');
    await story.clear();
    await startAfresh(all);
  });

  it.each([
    ...openingTasks,
    ...runningTasks,
    ...announcingTasks,
    ...quickTasks,
    ...scheduleTasks,
    ...dateTasks,
    ...contentTasks,
  ])('$handbook: $task', async ({ does }) => {
    expect(await outcome(() => does(people), all)).toBe('done');
  });

  it('operator: choose a PIN, change places with a colleague by it, sign out and in', async () => {
    const { aliya, dana } = people;
    const { controller } = story;
    // A technician has made this browser the hall's shared tablet, and Dana has a PIN.
    const paired = await controller.post('/api/tablets', { name: 'At the door' });
    const [name = '', value = ''] = paired.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
    await aliya.desk.context.addCookies([{ name, value, url: controller.url }]);
    const pin = await dana.desk.page.request.put(`${controller.url}/api/session/pin`, {
      data: { password, pin: '5209' },
    });
    expect(pin.status()).toBe(200);

    await aliya.press('Digit6');
    await aliya.tabTo('[data-matter=pin]');
    await aliya.press('Enter');
    await aliya.isAt('#present');
    await aliya.write(password);
    await aliya.tabTo('#pin');
    await aliya.write('4071');
    await aliya.press('Enter');
    await aliya.desk.page.locator('[data-matter=no-pin]').waitFor();

    const who = (): Promise<string | null> => aliya.desk.page.locator('header-bar .person').getAttribute('data-name');
    for (const [person, digits] of [
      ['Dana', '5209'],
      ['Aliya', '4071'],
    ] as const) {
      await aliya.press('KeyW');
      await aliya.tabTo('[data-person]', { says: person });
      await aliya.press('Enter');
      await aliya.isAt('.entry');
      for (const digit of digits) await aliya.press(`Digit${digit}`);
      await aliya.press('Enter');
      await expect.poll(who, patience).toBe(person);
    }
    await aliya.press('KeyW');
    await aliya.tabTo('[data-act=sign-out]');
    await aliya.press('Enter');
    await aliya.desk.page.locator('sign-in').waitFor();
    await aliya.tabTo('#name');
    await aliya.write('Aliya');
    await aliya.tabTo('#password');
    await aliya.write(password);
    await aliya.press('Enter');
    await expect.poll(who, patience).toBe('Aliya');
  });

  it('shows where the keyboard is, wherever it went', () => {
    expect(all.flatMap(({ unseen }) => [...unseen])).toEqual([]);
  });
});

describe('after the controller was away, by keyboard alone', () => {
  const config = alwaysOpenConfig();
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(config, { recursive: true, force: true });
  });

  /** A hall that was told of a show for ten o'clock, died at the first of these times, and starts at the second. */
  async function revived(died: string, starts: string): Promise<TestController> {
    const livingAt = (local: string): Record<string, string> => ({
      CONFIG_DIR: config,
      CLOCK_OFFSET_MS: String(Math.round(Date.parse(`${local}:00+05:00`) - Date.now())),
    });
    const before = await startTestController({ env: livingAt(died) });
    await before.post('/api/schedule', {
      id: 'morning',
      show: 'welcome',
      when: { at: '2026-12-16T10:00' },
      durationMs: 600_000,
      targets: 'all',
    });
    await before.kill('SIGKILL');
    const { dataDir, headers } = before;
    return startTestController({ dataDir, headers, env: livingAt(starts) });
  }

  it('what was missed is played now', async () => {
    const controller = await revived('2026-12-16T09:50', '2026-12-16T10:20');
    try {
      const desk = { name: 'Dana', layout: 'kazakh', language: 'kk' } as const;
      const dana = await sitDown({ controller, browser }, 'operator', desk);
      await dana.press('Digit2');
      await dana.desk.page.locator('missed-list button').waitFor();
      await dana.press('KeyP');
      await dana.isAt('[data-show]');
      await dana.tabTo('missed-list button, li button', { says: 'көрсету' });
      await dana.press('Enter');
      const runs = async () => (await controller.get('/api/runs')) as { layer: string; owner: string | null }[];
      await expect
        .poll(async () => (await runs()).find(({ layer }) => layer === 'manual')?.owner, patience)
        .toBe('Dana');
    } finally {
      await controller.stop();
    }
  });

  it('a clock that is behind is said to be right', async () => {
    const controller = await revived('2026-12-16T09:50', '2026-12-16T09:20');
    try {
      const holds = async (): Promise<unknown> => ((await controller.get('/api/clock')) as { hold: unknown }).hold;
      expect(await holds()).not.toBeNull();
      const erlan = await sitDown({ controller, browser }, 'technician', { name: 'Erlan', layout: 'russian' });
      await erlan.desk.page.locator('[data-act=trust-clock]').waitFor();
      await erlan.press('KeyJ');
      await erlan.isAt('[data-act=trust-clock]');
      await erlan.press('Enter');
      await expect.poll(holds, patience).toBeNull();
    } finally {
      await controller.stop();
    }
  });
});
