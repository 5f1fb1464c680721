import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';

/** The path of docs/newcomer.md, by what can be read on the screen alone, on a tablet's width. */
describe('a newcomer on the training copy', () => {
  let story: ConsoleStory;
  let page: Page;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'latin'] });
    page = story.aliya.page;
    await page.setViewportSize({ width: 768, height: 1024 });
  });
  afterAll(() => story.stop());

  const button = (name: RegExp): Locator => page.getByRole('button', { name });
  const press = (name: RegExp): Promise<void> => button(name).filter({ visible: true }).first().click();

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

  it('opens the hall', async () => {
    await expect.poll(() => button(/Doors: Closed/).count(), patience).toBe(1);
    await press(/Doors: Closed/);
    await press(/Open the hall/);
    await expect.poll(() => button(/Doors: Open/).count(), patience).toBe(1);
  });

  it('announces', async () => {
    await press(/^(C )?Announce$/);
    await page
      .getByLabel(/Русский/)
      .filter({ visible: true })
      .fill('Зал закроется через десять минут');
    await press(/Show on the whole hall/);
    await page.getByText('On now').filter({ visible: true }).first().waitFor();
    await expect.poll(() => button(/Take off/).count(), patience).toBe(1);
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
    await press(/Take to 2 screens/);
    await expect.poll(() => page.getByRole('option', { name: /Statehood: .*Welcome/ }).count(), patience).toBe(1);
    await expect.poll(() => button(/Release 2 screens/).count(), patience).toBe(1);
  });

  it('releases, having read what comes then', async () => {
    await expect.poll(() => button(/Release 2 screens/).innerText(), patience).toMatch(/then /);
    await press(/Release 2 screens/);
    await page.getByText('Only the schedule is running.').waitFor();
  });

  it('closes the hall', async () => {
    await press(/Doors: Open/);
    await press(/Close the hall/);
    await expect.poll(() => button(/Doors: Closed/).count(), patience).toBe(1);
  });

  it('has touched nothing in the hall', async () => {
    expect(await story.byHand()).toBeUndefined();
    expect(await story.controller.get('/api/overlays')).toEqual([]);
    const journal = (await story.controller.get('/api/journal?actor=Aliya')) as readonly unknown[];
    expect(journal).toEqual([]);
  });
});
