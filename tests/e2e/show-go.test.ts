import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';

const title = { en: 'A ceremony', ru: 'Церемония', kk: 'Салтанат' };
const targets = ['statehood', 'diplomacy', 'map'];

describe('GO of a show that must be whole, while a screen is gone', () => {
  let story: ConsoleStory;
  let run: string;
  let phone: Page;

  const go = () => story.aliya.page.locator('cue-panel .go');
  const light = (screen: string) => story.aliya.page.locator(`cue-panel .light[data-screen=${screen}]`);
  const cue = async (): Promise<number> => (await story.byHand())?.cue ?? -1;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'latin'], pages: ['statehood'], without: ['map'] });
    const cues = ['welcome', 'way-title', 'way-independence', 'welcome'].map((scene, index) => ({
      id: `part-${index + 1}`,
      title: { ...title, en: `Part ${index + 1}` },
      durationMs: 600_000,
      policy: 'strict',
      parts: [{ targets, scene }],
    }));
    const { controller } = story;
    await controller.post('/api/shows', { id: 'ceremony', title, cues });
    const taken = await controller.post('/api/takes', { targets: 'all', show: 'ceremony', policy: 'go' });
    ({ run } = (await taken.json()) as { run: string });
    await story.aliya.key('Digit3');
  });
  afterAll(() => story.stop());

  it('waits, with a light for each screen and the reason', async () => {
    const { aliya } = story;
    await expect.poll(() => light('statehood').getAttribute('data-light'), patience).toBe('ready');
    await expect.poll(() => light('diplomacy').getAttribute('data-light'), patience).toBe('ready');
    expect(await light('map').getAttribute('data-light')).toBe('waiting');
    expect(await go().getAttribute('aria-disabled')).toBe('true');
    expect(await go().innerText()).toContain('waits for 04');
    expect(await aliya.page.locator('cue-panel .why').innerText()).toBe('04 does not answer');
    await aliya.key('Space');
    await aliya.page.waitForTimeout(500);
    expect(await cue()).toBe(0);
  });

  it('goes without it when somebody says so, on the page of the wall as well', async () => {
    const { aliya, until, shown } = story;
    expect(await aliya.page.locator('cue-panel [data-without]').innerText()).toContain('GO without 04');
    await aliya.key('Space', { shift: true });
    await until(async () => (await cue()) === 1 && (await shown('statehood')) === 'way-title');
  });

  it('refuses a jump by naming the screens, and offers it without them', async () => {
    const { aliya, until } = story;
    await aliya.page.locator('show-view tr[data-cue=part-4] .jump').click();
    const notice = aliya.page.locator('notice-bar [role=alert]');
    await expect.poll(() => notice.innerText(), patience).toContain('Not ready');
    expect(await cue()).toBe(1);
    await notice.locator('[data-without]').click();
    await until(async () => (await cue()) === 3);
    await expect.poll(() => notice.innerText(), patience).toBe('');
  });

  it('is the same on a guide’s phone', async () => {
    const { browser, controller, until } = story;
    await controller.post(`/api/runs/${run}/jump`, { cue: 'part-1', policy: 'go' });
    const { code } = (await (await controller.post(`/api/runs/${run}/guide`, {})).json()) as { code: string };
    phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })).newPage();
    await phone.goto(`${controller.url}/guide/#${code}`);
    await expect.poll(() => phone.locator('guide-page .late').innerText(), patience).toBe('waits for 04');
    expect(await phone.locator('guide-page .go').isDisabled()).toBe(true);
    const without = phone.locator('guide-page [data-without]');
    const box = await without.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await without.click();
    await until(async () => (await cue()) === 1);
    await phone.close();
  });
});
