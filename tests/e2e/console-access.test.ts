import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';

const themes = ['dark', 'light'] as const;
const views = ['hall', 'schedule', 'show', 'journal', 'health'] as const;
const dialogs = [
  { name: 'key-help', key: 'Slash' },
  { name: 'announce-dialog', key: 'KeyC' },
  { name: 'doors-dialog', key: 'KeyO' },
  { name: 'sound-dialog', key: 'KeyM', shift: true },
  { name: 'emergency-dialog', key: 'KeyE' },
  { name: 'details-dialog', key: 'KeyI' },
] as const;

describe.each(themes)('everybody can read and use the console, %s', (theme) => {
  let story: ConsoleStory;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'latin'], without: ['diplomacy'] });
    await story.aliya.page.evaluate((chosen) => {
      localStorage.setItem('shanyraq.console.theme', chosen);
      dispatchEvent(new StorageEvent('storage'));
    }, theme);
    // A hall with something in it: a show by hand, something armed that waits, a drill that was.
    const { controller, until } = story;
    await controller.post('/api/takes', { targets: 'all', show: 'welcome', policy: 'go', reason: 'A delegation' });
    await until(async () => (await story.byHand()) !== undefined);
    await controller.post('/api/standby', { targets: ['statehood', 'diplomacy'], scene: 'welcome' });
    await story.aliya.page.locator('go-panel').waitFor();
  });
  afterAll(() => story.stop());
  // Whatever was found, the next one begins with nothing open.
  afterEach(() => story.aliya.key('Escape'));

  /**
   * One line for each rule that is broken, with the first place. The inside of the calendar library's
   * grid is left out: it breaks rules about its own rows and headers that we cannot mend from outside.
   */
  /** In the whole page, or in the dialog that lies over it: what is beneath is inert and dimmed. */
  async function faults(dialog?: string): Promise<string> {
    const axe = new AxeBuilder({ page: story.aliya.page });
    // Landmarks are a matter of pages; a dialog is one by itself.
    if (dialog !== undefined) axe.include({ fromShadowDom: ['console-app', dialog] }).disableRules(['region']);
    const { violations } = await axe
      .exclude('iframe')
      .exclude({ fromShadowDom: ['console-app', 'schedule-view', 'schedule-grid', '#grid'] })
      .analyze();
    return violations
      .map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`)
      .join('\n');
  }

  it.each(views.map((view, index) => [view, `Digit${index + 1}`] as const))('the view %s', async (view, key) => {
    const { aliya } = story;
    await aliya.key(key);
    await expect.poll(() => aliya.page.locator(`${view}-view`).count(), patience).toBe(1);
    await aliya.page.waitForTimeout(400);
    expect(await faults()).toBe('');
  });

  it('the list of screens, and one screen’s page', async () => {
    const { aliya } = story;
    await aliya.key('Digit1');
    await aliya.key('KeyL');
    await aliya.page.locator('screen-list tr[data-screen]').first().waitFor();
    expect(await faults()).toBe('');
    await aliya.key('KeyL');
    await aliya.page.evaluate(() => {
      location.hash = '#screen=statehood';
    });
    await aliya.page.locator('health-screen').waitFor();
    await aliya.page.waitForTimeout(600);
    expect(await faults()).toBe('');
    await aliya.key('Digit1');
  });

  it.each(dialogs)('the dialog $name', async ({ name, key, ...more }) => {
    const { aliya } = story;
    await aliya.key(key, { shift: 'shift' in more });
    await aliya.page.locator(`${name} dialog[open]`).waitFor();
    expect(await faults(name)).toBe('');
    await aliya.key('Escape');
    await expect.poll(() => aliya.page.locator('dialog[open]').count()).toBe(0);
  });
});
