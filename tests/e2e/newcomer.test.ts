import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../support/console.ts';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';

const screens = ['entrance', 'map', 'statehood', 'diplomacy', 'wall-1', 'relief-left'];

/**
 * The path of docs/newcomer.md, by what can be read on the screen alone, on a tablet's width. An experienced colleague
 * looks at the copy too, by keys, and comes back to the hall.
 */
describe('a newcomer on the training copy', () => {
  let story: ConsoleStory;
  let dana: Desk;
  let page: Page;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'kazakh'] });
    page = story.aliya.page;
    dana = story.dana;
    await page.setViewportSize({ width: 768, height: 1024 });
  });
  afterAll(() => story.stop());

  const button = (name: RegExp): Locator => page.getByRole('button', { name });
  const doors = (desk: Desk) => desk.page.locator('header-bar .doors').getAttribute('aria-label');
  const press = (name: RegExp): Promise<void> => button(name).filter({ visible: true }).first().click();

  /** Whether a press in its middle would meet it: it is on the screen, and nothing lies over it. */
  const inReach = (found: Locator): Promise<boolean> =>
    found
      .filter({ visible: true })
      .first()
      .evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const root = element.getRootNode() as ShadowRoot;
        const met = root.elementFromPoint(left + width / 2, top + height / 2);
        return met !== null && element.contains(met);
      });

  it('finds the place to practise', async () => {
    await page.getByRole('link', { name: /Practise/ }).click();
    await page.getByText('No screen of the hall follows').waitFor();
    await expect
      .poll(
        () =>
          page
            .getByRole('option', { name: /Statehood/ })
            .first()
            .isVisible(),
        patience,
      )
      .toBe(true);
  });

  it('is joined there by a colleague, who comes by a key', async () => {
    await dana.key('KeyT', { shift: true });
    await dana.page.waitForURL('**/training/**');
    await dana.page.locator('training-band').waitFor();
    const others = () => dana.page.locator('header-bar .others').getAttribute('title');
    await expect.poll(others, patience).toContain('Aliya');
  });

  it('opens the hall', async () => {
    await expect.poll(() => button(/Doors: Closed/).count(), patience).toBe(1);
    await press(/Doors: Closed/);
    await button(/Open the hall/)
      .filter({ visible: true })
      .waitFor();
    // Beside the doors a plain “Close” would be the hall.
    expect(
      await button(/^(Esc )?Close$/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await press(/Open the hall/);
    await expect.poll(() => button(/Doors: Open/).count(), patience).toBe(1);
  });

  it('sees screens that are well, as a hall is on a good day', async () => {
    await expect.poll(() => page.getByRole('option', { name: /On air/ }).count(), patience).toBeGreaterThan(5);
    expect(await page.getByRole('option', { name: /Unproved/ }).count()).toBe(0);
  });

  it('announces', async () => {
    await press(/^(C )?Announce$/);
    await page
      .getByLabel(/Русский/)
      .filter({ visible: true })
      .fill('Зал закроется через десять минут');
    await press(/Show on the whole hall/);
    await page.getByText('On now').filter({ visible: true }).first().waitFor();
    const shown = page.locator('announce-dialog').getByRole('button', { name: /Take off/ });
    await expect.poll(() => shown.count(), patience).toBe(1);
    await press(/Close$/);
  });

  it('takes a scene to two screens', async () => {
    await page
      .getByRole('option', { name: /Statehood/ })
      .first()
      .click();
    await page
      .getByRole('option', { name: /Map of achievements/ })
      .first()
      .click();
    await page.getByRole('searchbox', { name: 'Put on' }).fill('Welcome');
    await page
      .getByRole('option', { name: /^Welcome/ })
      .last()
      .click();
    await press(/Preview$/);
    const preview = page.locator('preview-panel');
    await expect.poll(() => preview.locator('.box').count(), patience).toBe(2);
    await expect.poll(() => inReach(preview.getByRole('button')), patience).toBe(true);
    expect(await inReach(button(/Take to 2 screens/))).toBe(true);
    await press(/Take to 2 screens/);
    await expect.poll(() => preview.count(), patience).toBe(0);
    await expect.poll(() => page.getByRole('option', { name: /Statehood: .*Welcome/ }).count(), patience).toBe(1);
    await expect.poll(() => button(/Release 2 screens/).count(), patience).toBe(1);
    await dana.page.locator('run-list [data-run]', { hasText: 'Aliya' }).waitFor();
  });

  it('releases, having read what comes then', async () => {
    await expect.poll(() => button(/Release 2 screens/).innerText(), patience).toMatch(/then /);
    await press(/Release 2 screens/);
    await page.getByText('Only the schedule is running.').waitFor();
  });

  it('starts what is armed with Space, after the mouse has chosen the screens', async () => {
    await page
      .getByRole('option', { name: /Entrance/ })
      .first()
      .click();
    await press(/Standby$/);
    await page.getByText('all ready').waitFor();
    const held = async (): Promise<number> => {
      await page.keyboard.press('Space');
      return button(/Release 3 screens/).count();
    };
    await expect.poll(held, patience).toBe(1);
    await press(/Release 3 screens/);
    await page.getByText('Only the schedule is running.').waitFor();
  });

  it('closes the hall', async () => {
    await press(/Doors: Open/);
    await press(/Close the hall/);
    await expect.poll(() => button(/Doors: Closed/).count(), patience).toBe(1);
    await expect.poll(() => doors(dana), patience).toContain('Closed');
    await page.getByText('The hall is closed: its screens are at rest.').waitFor();
  });

  it('has touched nothing in the hall, which the colleague finds as she left it', async () => {
    dana.layout = 'latin';
    await dana.key('KeyT', { shift: true });
    await dana.page.locator('training-band').waitFor({ state: 'detached' });
    await expect.poll(() => doors(dana), patience).toContain('Open');
    await dana.page.getByText('Only the schedule is running.').waitFor();
    expect((await Promise.all(screens.map(story.shown))).filter((scene) => scene === 'welcome')).toEqual([]);
    expect(await story.byHand()).toBeUndefined();
    expect(await story.controller.get('/api/overlays')).toEqual([]);
    const journal = (await story.controller.get('/api/journal?actor=Aliya')) as readonly unknown[];
    expect(journal).toEqual([]);
  });
});
