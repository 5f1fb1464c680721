import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';
import type { Desk } from '../support/console.ts';
import { startSimulatedPlayer } from '../support/simulated-player.ts';

const played = ['entrance', 'chronicle-political', 'statehood', 'diplomacy', 'wall-1', 'wall-2'];
const unplayed = [
  'relief-left',
  'relief-right',
  'map',
  'chronicle-economic',
  'chronicle-sociocultural',
  'wall-3',
  'wall-4',
];

describe('two operators at their consoles, six players in the hall', () => {
  let story: ConsoleStory;
  /** At a Russian keyboard. */
  let aliya: Desk;
  /** At a Kazakh keyboard. */
  let dana: Desk;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['russian', 'kazakh'], pages: played, without: unplayed });
    ({ aliya, dana } = story);
  });
  afterAll(() => story.stop());

  /** Presses the key of Release when the console has seen that there is something to release. */
  async function release(desk: Desk): Promise<void> {
    // While several are held and none is chosen it only leads to them.
    await desk.page.locator('foot-bar [data-act=release]:enabled', { hasText: /Release \d/ }).waitFor();
    await desk.key('KeyR');
  }

  /** The way back, when it is about this; for a moment after it has become so a press does nothing. */
  const back = (desk: Desk, what: string) => desk.page.locator('[data-act=back]:enabled', { hasText: what });

  /** Presses GO when it can go. A light may go out again on a busy machine, and then the press did nothing by design. */
  async function go(desk: Desk): Promise<void> {
    const ready = desk.page.locator('go-panel .go[aria-disabled=false]');
    await expect
      .poll(
        async () => {
          if ((await ready.count()) === 1) await desk.key('Space');
          return desk.page.locator('go-panel').count();
        },
        { ...patience, interval: 2_000 },
      )
      .toBe(0);
  }

  it('shows the hall with every screen, and each operator the other', async () => {
    await expect.poll(() => aliya.page.locator('screen-tile').count(), patience).toBe(9);
    await expect.poll(() => aliya.page.locator('header-bar .others').getAttribute('title'), patience).toContain('Dana');
    expect(await story.tile(aliya, 'wall').getAttribute('aria-label')).toContain('13');
    await aliya.key('KeyL');
    await expect.poll(() => aliya.page.locator('screen-list tr[data-screen]').count()).toBe(13);
    await aliya.key('KeyL');
    const chosen = () => dana.page.locator('screen-tile[aria-selected=true]').count();
    await dana.key('KeyZ');
    await expect.poll(chosen, patience).toBeGreaterThan(0);
    await dana.key('Escape');
    await expect.poll(chosen, patience).toBe(0);
    const isDark = () => dana.page.locator('html[data-theme=dark]').count();
    for (const dark of [0, 1]) {
      await dana.key('KeyL', { shift: true });
      await expect.poll(isDark, patience).toBe(dark);
    }
  });

  it('says loudly at both consoles where a screen shows another thing, and close by why it should not', async () => {
    const { url, headers } = story.controller;
    const stuck = startSimulatedPlayer({
      url,
      cookie: headers['cookie'] ?? '',
      screen: 'map',
      mono: () => performance.now(),
      refresh: { phaseMs: 3, periodMs: 1000 / 60 },
      neverApplies: true,
    });
    try {
      await story.until(async () => (await story.shown('map')) === 'map');
      await story.prepare(dana, ['map'], 'кіре', 'scene:entrance');
      await dana.key('KeyT');
      for (const desk of [aliya, dana]) {
        await story.tile(desk, 'map').locator('.differs').waitFor();
        expect(await story.tile(desk, 'map').getAttribute('aria-label')).toMatch(/Wrong picture|Shows another/);
      }
      await story.tile(aliya, 'map').click();
      await aliya.key('KeyI');
      const details = aliya.page.locator('details-dialog dialog[open]');
      await expect.poll(() => details.locator('dd.differs').innerText(), patience).toContain('Map of achievements');
      const why = details.locator('why-panel li');
      await expect.poll(() => why.first().innerText(), patience).toContain('Dana');
      expect(await details.locator('why-panel li.lost').count()).toBeGreaterThan(0);
      await aliya.key('Escape');
      await aliya.key('Escape');
    } finally {
      stuck.stop();
      await dana.key('Escape');
      await story.clear();
    }
  });

  it('arms, waits for every light, and goes at Space; the other console sees it', async () => {
    await story.prepare(aliya, ['statehood', 'diplomacy'], 'вход', 'scene:entrance');
    await aliya.key('KeyS');
    await aliya.page.waitForSelector('go-panel');
    await expect.poll(() => aliya.page.locator('[data-light=ready]').count(), patience).toBe(2);
    await expect.poll(() => dana.page.locator('standby-list [data-standby]').count(), patience).toBe(1);
    expect(await dana.page.locator('go-panel').count()).toBe(0);
    await go(aliya);
    await story.until(
      async () => (await story.shown('statehood')) === 'entrance' && (await story.shown('diplomacy')) === 'entrance',
    );
    await expect.poll(() => dana.page.locator('run-list [data-run]').innerText(), patience).toContain('Aliya');
    await expect.poll(() => aliya.page.locator('last-take circle').count(), patience).toBe(2);
  });

  it('lets a run be asked for and given, and shows it to both', async () => {
    await dana.page.locator('run-acts button').first().click();
    await dana.page.locator('run-acts input').fill('A school class is waiting');
    await dana.page.keyboard.press('Enter');
    const alert = aliya.page.locator('[data-asked]');
    await expect.poll(() => alert.innerText(), patience).toContain('A school class is waiting');
    await alert.locator('button').first().click();
    await story.until(async () => (await story.byHand())?.owner === 'Dana');
    await expect.poll(() => dana.page.locator('run-list [data-run]').innerText(), patience).toContain('Dana');
    const journal = (await story.controller.get('/api/journal?limit=2')) as { summary: string }[];
    expect(journal.map(({ summary }) => summary).join(' ')).toContain('to Dana');
  });

  it('lets a run be taken over with a reason only', async () => {
    await aliya.page.locator('run-acts button').first().click();
    const takeOver = aliya.page.locator('run-acts button[type=button]').first();
    expect(await takeOver.isDisabled()).toBe(true);
    await aliya.page.locator('run-acts input').fill('Dana has left');
    await takeOver.click();
    await story.until(async () => (await story.byHand())?.owner === 'Aliya');
    const told = dana.page.locator('[data-lost]');
    await expect.poll(() => told.innerText(), patience).toContain('Aliya took over your');
    expect(await told.innerText()).toContain('Dana has left');
    await told.locator('button').click();
    await expect.poll(() => told.count(), patience).toBe(0);
  });

  it('asks whoever ends what another holds for the reason, in one step, and tells the owner', async () => {
    const before = await story.byHand();
    const asking = dana.page.locator('reason-dialog dialog[open]');
    const told = aliya.page.locator('[data-lost]');
    await dana.key('Escape');
    const button = dana.page.locator('foot-bar [data-act=release]');
    await expect.poll(() => button.innerText(), patience).toContain('Aliya holds this');
    await dana.key('KeyR');
    await expect.poll(() => asking.innerText(), patience).toContain('Aliya holds this');
    await dana.key('Escape');
    await expect.poll(() => asking.count(), patience).toBe(0);
    expect((await story.byHand())?.id).toBe(before?.id);
    // By keyboard: the usual reasons come after the field.
    await dana.key('KeyR');
    await asking.waitFor();
    await dana.page.keyboard.press('Tab');
    await dana.page.keyboard.press('Enter');
    await story.until(async () => (await story.byHand()) === undefined);
    await expect.poll(() => told.innerText(), patience).toContain('Dana ended your');
    expect(await told.innerText()).toContain('As agreed');
    await back(aliya, 'released').waitFor();
    await aliya.key('KeyU');
    await story.until(async () => (await story.byHand())?.id === before?.id);
    await expect.poll(() => told.count(), patience).toBe(0);
  });

  it('names whose screens a take lies over, and asks for the reason that the form lacks', async () => {
    const before = await story.byHand();
    const asking = dana.page.locator('reason-dialog dialog[open]');
    await story.prepare(dana, ['statehood'], 'кіре', 'scene:entrance');
    await expect.poll(() => dana.page.locator('take-panel [data-over]').innerText(), patience).toContain('Aliya');
    // GO would lie over it as well, and says so.
    await dana.key('KeyS');
    await expect.poll(() => dana.page.locator('go-panel [data-over]').innerText(), patience).toContain('Aliya');
    await dana.key('KeyD');
    await expect.poll(() => dana.page.locator('go-panel').count(), patience).toBe(0);
    await dana.key('KeyT');
    await asking.locator('input').fill('The minister is here');
    await dana.page.keyboard.press('Enter');
    await story.until(async () => (await story.runs()).some(({ owner }) => owner === 'Dana'));
    const told = aliya.page.locator('[data-lost]');
    await expect.poll(() => told.innerText(), patience).toContain('Dana put something else over your');
    expect(await told.innerText()).toContain('The minister is here');
    await told.locator('button').click();
    await back(dana, 'taken').waitFor();
    await dana.key('KeyU');
    await story.until(async () => (await story.byHand())?.id === before?.id);
    await dana.key('Escape');
    await dana.key('Escape');
  });

  it('releases at a key, and has it back as it was at another', async () => {
    const before = await story.byHand();
    await aliya.key('Escape');
    await aliya.key('Escape');
    await release(aliya);
    await story.until(
      async () => (await story.byHand()) === undefined && (await story.shown('statehood')) !== 'entrance',
    );
    await back(dana, 'released').waitFor();
    await dana.key('KeyU');
    await story.until(async () => (await story.shown('statehood')) === 'entrance');
    expect((await story.byHand())?.id).toBe(before?.id);
    await release(aliya);
    await story.until(async () => (await story.byHand()) === undefined);
  });

  it('starts once what two operators start in the same instant', async () => {
    await story.prepare(aliya, ['statehood'], 'дипломатия', 'scene:diplomacy');
    await aliya.key('KeyS');
    await dana.page.locator('standby-list [data-standby]').click();
    await expect.poll(() => dana.page.locator('go-panel .go[aria-disabled=false]').count(), patience).toBe(1);
    await Promise.all([aliya.key('Space'), dana.key('Space')]);
    await story.until(async () => (await story.shown('statehood')) === 'diplomacy');
    expect((await story.runs()).filter(({ layer }) => layer === 'manual')).toHaveLength(1);
    await aliya.key('Escape');
    await dana.key('Escape');
    // Whoever was first holds it; the other would be asked why.
    await release((await story.byHand())?.owner === 'Dana' ? dana : aliya);
    await story.until(async () => (await story.byHand()) === undefined);
  });

  it('waits for a screen that is gone, does nothing at Space, and goes without it on purpose', async () => {
    for (const screen of ['diplomacy', 'wall-2']) await story.pages.get(screen)?.goto('about:blank');
    await expect
      .poll(() => aliya.page.locator('screen-tile[data-unit=diplomacy]').getAttribute('aria-label'), patience)
      .toContain('No answer');
    // Of the wall's four each says for itself how it is.
    const members = story.tile(dana, 'wall').locator('.member');
    await expect.poll(() => members.and(dana.page.locator('.trouble')).allInnerTexts(), patience).toEqual(['11']);
    expect(await members.count()).toBe(4);
    await story.prepare(aliya, ['statehood', 'diplomacy'], 'вход', 'scene:entrance');
    await aliya.key('KeyS');
    await expect.poll(() => aliya.page.locator('[data-light=ready]').count(), patience).toBe(1);
    expect(await aliya.page.locator('go-panel .go').getAttribute('aria-disabled')).toBe('true');
    expect(await aliya.page.locator('go-panel .go').innerText()).toContain('09');
    await aliya.key('Space');
    await aliya.page.waitForTimeout(500);
    expect(await story.byHand()).toBeUndefined();
    await aliya.key('Space', { shift: true });
    await story.until(async () => (await story.shown('statehood')) === 'entrance');
    await story.pages.get('diplomacy')?.goto(`${story.controller.url}/display/?screen=diplomacy&mode=virtual`);
    // Late, and at the right position: it joins the run by itself.
    await story.until(async () => (await story.shown('diplomacy')) === 'entrance');
    await aliya.key('Escape');
    await release(aliya);
    await story.until(async () => (await story.byHand()) === undefined);
  });

  it('has made no noise in the browser beyond its network’s', () => {
    const network = /Failed to load resource|WebSocket connection to|net::ERR/;
    expect([...aliya.said, ...dana.said].filter((text) => !network.test(text))).toEqual([]);
  });
});
