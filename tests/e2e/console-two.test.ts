import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { timeOfDay } from '#shared/dates.ts';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';
import type { Desk } from '../support/console.ts';

interface Armed {
  readonly owner: string;
  readonly screens: readonly string[];
}

describe('two operators who arm and act at the same time', () => {
  let story: ConsoleStory;
  let aliya: Desk;
  let dana: Desk;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['russian', 'kazakh'] });
    ({ aliya, dana } = story);
  });
  afterAll(() => story.stop());
  beforeEach(() => {
    [aliya.layout, dana.layout] = ['russian', 'kazakh'];
  });
  afterEach(() => story.clear());

  const armed = async (): Promise<readonly Armed[]> => (await story.controller.get('/api/standby')) as Armed[];

  /** Arms it, and waits until it is there for GO at this console. */
  async function arm(desk: Desk, unit: string, query: string, item: string): Promise<void> {
    await story.prepare(desk, [unit], query, item);
    await desk.key('KeyS');
    await desk.page.locator('go-panel').waitFor();
  }

  /** The way back, when it says this and can be pressed. */
  const wayBack = (desk: Desk, what: string) =>
    desk.page.locator('foot-bar [data-act=back]:enabled', { hasText: `Take back: ${what}` });
  /** The runs that are held by hand. */
  const held = async () =>
    (await story.runs())
      .filter(({ layer }) => layer === 'manual')
      .map(({ id }) => id)
      .toSorted();

  /** Aliya takes a scene to each of these, one after the other. */
  async function hold(screens: readonly string[]): Promise<void> {
    for (const screen of screens)
      await aliya.page.evaluate(async (targets) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ targets, scene: 'welcome', policy: 'go' });
        await fetch('/api/takes', { method: 'POST', headers, body });
      }, screen);
  }

  const canGo = (desk: Desk) => desk.page.locator('go-panel .go[aria-disabled=false]').waitFor();
  const ownerAtGo = (desk: Desk) => desk.page.locator('go-panel [data-owner]').innerText();
  const ownerBeside = (desk: Desk) => desk.page.locator('standby-list [data-owner]').innerText();

  it('has GO of each for what each has armed, with the other’s beside it by name', async () => {
    await arm(aliya, 'statehood', 'вход', 'scene:entrance');
    await arm(dana, 'diplomacy', 'welc', 'scene:welcome');
    for (const [desk, other] of [
      [aliya, 'Dana'],
      [dana, 'Aliya'],
    ] as const) {
      await desk.page.locator('standby-list [data-standby]').waitFor();
      expect(await ownerAtGo(desk)).toBe('yours');
      expect(await ownerBeside(desk)).toBe(`armed by ${other}`);
      await canGo(desk);
    }
    // A hand that presses twice: the second press was not meant for Dana's.
    await aliya.key('Space');
    await aliya.page.waitForTimeout(250);
    await aliya.key('Space');
    await story.until(async () => (await story.shown('statehood')) === 'entrance');
    await aliya.page.locator('go-panel').waitFor({ state: 'detached' });
    await aliya.key('Space');
    await aliya.key('KeyD');
    await aliya.page.waitForTimeout(500);
    expect((await armed()).map(({ owner }) => owner)).toEqual(['Dana']);
    // Who chooses it has GO for it.
    await aliya.page.locator('standby-list [data-standby]').click();
    await canGo(aliya);
    expect(await ownerAtGo(aliya)).toBe('armed by Dana');
    await aliya.key('Space');
    await story.until(async () => (await story.shown('diplomacy')) === 'welcome');
    await expect.poll(armed, patience).toEqual([]);
  });

  it('takes the screens that both want from who armed them first, and no others, and tells them', async () => {
    await story.prepare(aliya, ['statehood', 'diplomacy', 'map'], 'вход', 'scene:entrance');
    await aliya.key('KeyS');
    await canGo(aliya);
    const reason = dana.page.locator('take-panel #reason');
    const time = dana.page.locator('take-panel #hold');
    await story.prepare(dana, ['map'], 'welc', 'scene:welcome');
    await reason.fill('A delegation');
    await time.selectOption({ index: 2 });
    await reason.blur();
    await dana.key('KeyS');
    await dana.page.locator('go-panel').waitFor();
    // They are the standby's now, and nobody's next.
    expect(await ownerAtGo(dana)).toBe('yours · 5:00 · “A delegation”');
    await expect.poll(() => reason.inputValue(), patience).toBe('');
    expect(await time.inputValue()).toBe('');
    const told = aliya.page.locator('desk-alerts [data-lost]');
    await told.waitFor();
    expect(await told.innerText()).toMatch(/Dana.*04/s);
    // The hall keeps it: a reload tells it again, until it is read.
    await aliya.page.reload();
    await told.waitFor();
    expect(await dana.page.locator('desk-alerts [data-lost]').count()).toBe(0);
    await canGo(aliya);
    await aliya.key('Space');
    await story.until(
      async () => (await story.shown('statehood')) === 'entrance' && (await story.shown('diplomacy')) === 'entrance',
    );
    expect((await armed()).map(({ owner, screens }) => [owner, ...screens])).toEqual([['Dana', 'map']]);
    await told.locator('button').click();
    await told.waitFor({ state: 'detached' });
    await canGo(dana);
    await dana.key('Space');
    await story.until(async () => (await story.shown('map')) === 'welcome');
    const runs = (await story.controller.get('/api/runs')) as readonly {
      owner: string;
      reason: string;
      until: unknown;
    }[];
    const hers = runs.find(({ owner }) => owner === 'Dana');
    expect(hers?.reason).toBe('A delegation');
    expect(hers?.until).not.toBeNull();
  });

  it('tells whose they were of all that a colleague ends, in one row that is read at once', async () => {
    await hold(['statehood', 'diplomacy', 'map']);
    await story.until(async () => (await held()).length === 3);
    for (const run of await held())
      await dana.page.evaluate(async (at) => {
        await fetch(at, { method: 'DELETE' });
      }, `/api/runs/${run}?reason=A%20delegation`);
    const told = aliya.page.locator('desk-alerts [data-lost]');
    await expect
      .poll(() => told.allInnerTexts(), patience)
      .toEqual([expect.stringMatching(/^Dana ended 3 of your runs: “Welcome”\.\s+“A delegation”/)]);
    await told.locator('button', { hasText: 'All 3 understood' }).click();
    await expect.poll(() => told.count(), patience).toBe(0);
    // The hall has forgotten all of it: a reload tells nothing again.
    await aliya.page.reload();
    await aliya.page.locator('screen-tile').first().waitFor();
    await aliya.page.getByText('Only the schedule is running.').waitFor();
    expect(await told.count()).toBe(0);
  });

  it('has back all of what was released in one act', async () => {
    [aliya.layout, dana.layout] = ['latin', 'latin'];
    await hold(['statehood', 'diplomacy', 'map']);
    await story.until(async () => (await held()).length === 3);
    const before = await held();
    await aliya.key('Escape');
    await aliya.key('KeyA');
    const button = aliya.page.locator('foot-bar [data-act=release]');
    await expect.poll(() => button.innerText(), patience).toContain('3 screens');
    await aliya.key('KeyR');
    await story.until(async () => (await held()).length === 0);
    await wayBack(dana, '“Welcome” and 2 more released').waitFor();
    await dana.key('KeyU');
    await story.until(async () => (await held()).length === 3);
    expect(await held()).toEqual(before);
    for (const screen of ['statehood', 'diplomacy', 'map'])
      await story.until(async () => (await story.shown(screen)) === 'welcome');
  });

  it('says what the way back takes back and whose it was, the doors’ too, and is not pressed once too often', async () => {
    const doors = async () => ((await story.controller.get('/api/doors')) as { readonly is: string }).is;
    await story.prepare(dana, ['map'], 'welc', 'scene:welcome');
    await dana.key('KeyT');
    await wayBack(aliya, '“Welcome” taken').waitFor();
    expect(await wayBack(aliya, '“Welcome” taken').innerText()).toContain('Dana');
    await aliya.key('KeyO');
    await aliya.page.locator('doors-dialog [data-doors=closed]').click();
    await story.until(async () => (await doors()) === 'closed');
    await aliya.key('Escape');
    await wayBack(aliya, 'the hall closed').waitFor();
    expect(await wayBack(aliya, 'the hall closed').innerText()).toContain('you');
    await aliya.key('KeyU');
    await aliya.key('KeyU');
    await story.until(async () => (await doors()) === 'open');
    const again = aliya.page.locator('foot-bar [data-act=again]:enabled');
    await again.waitFor();
    expect(await again.innerText()).toContain('Do again: the hall closed');
    await aliya.key('KeyU');
    await aliya.page.waitForTimeout(500);
    expect(await doors()).toBe('open');
    expect(await story.byHand()).toBeDefined();
    // Its button does it all the same, and it can be taken back again.
    await again.click();
    await story.until(async () => (await doors()) === 'closed');
    await wayBack(aliya, 'the hall closed').waitFor();
    await aliya.key('KeyU');
    await story.until(async () => (await doors()) === 'open');
  });

  it('leads to what is held where Release would have to guess', async () => {
    await hold(['statehood', 'map']);
    await aliya.key('Escape');
    await aliya.key('Escape');
    const release = aliya.page.locator('foot-bar [data-act=release]:enabled');
    await expect.poll(() => release.innerText(), patience).toMatch(/choose which.*2 by hand/s);
    await aliya.key('KeyR');
    await aliya.page.locator('run-acts button:focus').waitFor();
    await aliya.page.keyboard.press('Enter');
    await story.until(async () => (await held()).length === 1);
    await expect.poll(() => release.innerText(), patience).toContain('Release 1 screen');
  });

  it('fires one of one’s own two at a double press, and the next only when it is meant', async () => {
    aliya.layout = 'latin';
    await arm(aliya, 'statehood', 'вход', 'scene:entrance');
    await arm(aliya, 'diplomacy', 'welc', 'scene:welcome');
    // Who looks on has both beside, by name, and GO for neither.
    await expect.poll(() => dana.page.locator('standby-list [data-standby]').count(), patience).toBe(2);
    expect(await dana.page.locator('go-panel').count()).toBe(0);
    await aliya.page.locator('standby-list [data-standby]').waitFor();
    await canGo(aliya);
    const second = aliya.page.evaluate(pressWhenAnother, { panel: 'go-panel', shiftKey: false });
    await aliya.key('Space');
    await second;
    await canGo(aliya);
    expect((await armed()).map(({ screens }) => screens)).toEqual([['statehood']]);
    await aliya.key('Space');
    await story.until(async () => (await story.shown('statehood')) === 'entrance');
  });

  it('goes one cue on in a show at a double press', async () => {
    await aliya.page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ targets: 'all', show: 'kazakhstan-way', policy: 'go' });
      await fetch('/api/takes', { method: 'POST', headers, body });
    });
    await aliya.key('Escape');
    await aliya.key('Digit3');
    await aliya.page.locator('cue-panel .go[aria-disabled=false]').waitFor();
    const second = aliya.page.evaluate(pressWhenAnother, { panel: 'cue-panel', shiftKey: true });
    await aliya.key('Space', { shift: true });
    await second;
    await aliya.page.locator('cue-panel .go[aria-disabled=false]').waitFor();
    expect((await story.byHand())?.cue).toBe(1);
    await aliya.key('Digit1');
  });

  it('sets a take for a time, which both see to come and the other cancels with a reason', async () => {
    const { timeZone } = (await story.controller.get('/api/hall')) as { timeZone: string };
    const time = timeOfDay(Date.now() + 2 * 3_600_000, timeZone);
    await story.prepare(aliya, ['statehood'], 'вход', 'scene:entrance');
    await aliya.page.locator('take-panel #at').fill(time.replace(':', ''));
    // Late in the evening it is tomorrow's, and says so.
    const then = new RegExp(`at .*${time}`, 'u');
    await expect.poll(() => aliya.page.locator('take-panel .take').innerText(), patience).toMatch(then);
    expect(await aliya.page.locator('take-panel .acts button').last().isDisabled()).toBe(true);
    await aliya.key('Escape');
    await aliya.key('KeyT');
    const coming = (desk: Desk) => desk.page.locator('run-list [data-run]:has(.cancel)');
    for (const desk of [aliya, dana]) {
      await expect.poll(() => coming(desk).innerText(), patience).toContain(time);
      expect(await coming(desk).innerText()).toContain('Aliya');
    }
    // A second press would mean something else, and means nothing.
    await aliya.key('KeyT');
    expect(await aliya.page.locator('take-panel .take').isDisabled()).toBe(true);
    await coming(dana).locator('.cancel').click();
    const asking = dana.page.locator('reason-dialog dialog[open]');
    await asking.locator('input').fill('The delegation is late');
    await dana.page.keyboard.press('Enter');
    await expect.poll(() => coming(aliya).count(), patience).toBe(0);
    const told = aliya.page.locator('desk-alerts [data-lost]');
    await expect.poll(() => told.innerText(), patience).toContain('The delegation is late');
    await told.locator('button').click();
    expect(await held()).toEqual([]);
  });

  it('begins what was set for a time at that time, on every screen', async () => {
    const at = Date.now() + 5_000;
    const answer = await aliya.page.evaluate(async (instant) => {
      const body = { targets: ['statehood', 'diplomacy'], scene: 'welcome', at: new Date(instant).toISOString() };
      const headers = { 'content-type': 'application/json' };
      const made = await fetch('/api/takes', { method: 'POST', headers, body: JSON.stringify(body) });
      return (await made.json()) as { run: string; at: string };
    }, at);
    expect(answer.at).toBe(new Date(at).toISOString());
    expect(await story.shown('statehood')).not.toBe('welcome');
    await expect.poll(() => dana.page.locator(`run-list [data-run="${answer.run}"] .cancel`).count(), patience).toBe(1);
    await story.until(
      async () => (await story.shown('statehood')) === 'welcome' && (await story.shown('diplomacy')) === 'welcome',
    );
    const ledger = (await story.controller.get(`/api/takes/${answer.run}/ledger`)) as {
      takes: { plannedAt: string; screens: { screen: string; at: string }[] }[];
    };
    expect(ledger.takes.map(({ plannedAt }) => plannedAt)).toEqual([answer.at]);
    expect(ledger.takes[0]?.screens).toHaveLength(2);
    await expect
      .poll(() => dana.page.locator(`run-list [data-run="${answer.run}"] run-acts`).count(), patience)
      .toBe(1);
  });
});

/** The second press of a quick hand: the same key again as soon as GO is about something else. */
function pressWhenAnother({ panel, shiftKey }: { panel: string; shiftKey: boolean }): Promise<void> {
  const app = document.querySelector('console-app')?.shadowRoot;
  const of = (): Element | null | undefined =>
    app?.querySelector(panel) ?? app?.querySelector('action-panel')?.shadowRoot?.querySelector(panel);
  const subject = (): string | null | undefined => of()?.shadowRoot?.querySelector('.title')?.textContent;
  const before = subject();
  return new Promise((resolve) => {
    const look = (): void => {
      if (subject() === before) {
        requestAnimationFrame(look);
        return;
      }
      const key = { code: 'Space', key: ' ', shiftKey, bubbles: true, composed: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', key));
      resolve();
    };
    look();
  });
}
