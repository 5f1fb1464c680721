import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeIn } from '../support/axe.ts';
import { addPerson, openDesk } from '../support/console.ts';
import { consoleStates } from '../support/console-states/console-states.ts';
import type { Stage } from '../support/console-states/stage.ts';
import { openConsoleStory, type ConsoleStory } from '../support/console-story.ts';

interface Look {
  readonly theme: 'dark' | 'light';
  readonly language: 'en' | 'kk' | 'ru';
  readonly width: 1440 | 768;
}
const heights = { 1440: 900, 768: 1024 } as const;
/** On a desk in both themes, on a tablet in one of four ways in turn: longer words, fewer columns, larger buttons. */
const desks: readonly Look[] = (['dark', 'light'] as const).map((theme) => ({ theme, language: 'en', width: 1440 }));
const tablets: readonly Look[] = (['kk', 'ru'] as const).flatMap((language) =>
  (['dark', 'light'] as const).map((theme): Look => ({ theme, language, width: 768 })),
);
const states = consoleStates.filter(({ isScrolled }) => isScrolled !== true);
const password = 'a long password for tests';
/** A test needs no picture to come, only what is written to stand still. */
const longestRestMs = 400;

/** Every state of the console that is pictured. */
describe('everybody can read and use the console', () => {
  let story: ConsoleStory;
  let stage: Stage;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'latin'], without: ['diplomacy'] });
    const { controller, browser, aliya, dana } = story;
    await addPerson(controller, 'Saule', 'admin', password);
    const admin = await openDesk(browser, controller.url, { name: 'Saule', password });
    const rest = (ms: number): Promise<void> => aliya.page.waitForTimeout(Math.min(ms, longestRestMs));
    // Colours are there at once.
    for (const { page } of [aliya, dana, admin]) await page.emulateMedia({ reducedMotion: 'reduce' });
    stage = { desk: aliya, other: dana, admin, controller, browser, password, rest };
  });
  afterAll(() => story.stop());

  it.each(states.map((state, index) => [state.name, state, index] as const))('%s', async (_name, state, index) => {
    const leave = await state.reach(stage);
    const { page } = stage[state.who ?? 'desk'];
    const [desk] = desks;
    const found: Record<string, string> = {};
    for (const look of [...desks, tablets[index % tablets.length]]) {
      if (look === undefined) continue;
      await dress(page, look);
      found[`${look.theme} ${look.language} ${look.width}`] = await faults(page);
    }
    if (desk !== undefined) await dress(page, desk);
    await leave();
    expect(Object.entries(found).filter(([, wrong]) => wrong !== '')).toEqual([]);
  });
});

async function dress(page: Page, { theme, language, width }: Look): Promise<void> {
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: heights[width] });
  await page.evaluate((chosen) => {
    for (const [name, value] of chosen) localStorage.setItem(`shanyraq.console.${name}`, value);
    // As another window of this browser would: its own changes a page is not told.
    dispatchEvent(new StorageEvent('storage'));
  }, Object.entries({ theme, language }));
}

/** One line for each rule that is broken, with the first place: in the page, or in the dialog that lies over it. */
async function faults(page: Page): Promise<string> {
  const axe = await axeIn(page);
  const dialog = await page.evaluate(openDialog);
  // What is beneath a dialog is inert and dimmed, and landmarks are a matter of pages.
  if (dialog !== null) axe.include({ fromShadowDom: dialog }).disableRules(['region']);
  const { violations } = await axe.exclude('iframe').analyze();
  return violations
    .map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`)
    .join('\n');
}

/** Runs in a page: the way to the open dialog through all shadow roots, or null. */
function openDialog(): [string, string, ...string[]] | null {
  const look = (root: ParentNode): string[] | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('dialog[open]')) return ['dialog[open]'];
      const within = element.shadowRoot === null ? null : look(element.shadowRoot);
      if (within !== null) return [element.localName, ...within];
    }
    return null;
  };
  const [host, first, ...rest] = look(document) ?? [];
  return host === undefined || first === undefined ? null : [host, first, ...rest];
}
