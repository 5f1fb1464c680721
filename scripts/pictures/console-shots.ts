/**
 * Pictures of the console: `npm run shots -- console [state …] [--language en] [--theme dark,light] [--width 1440,768]`.
 * Opens the shipped hall at 11:20 on a Wednesday, every screen but one played over the real protocol, brings it from
 * state to state, and writes shots/console/<state>-<width>-<theme>-<language>.png. Reports words that do not fit, and
 * on a tablet what is too small for a finger.
 * `--handbook` writes the pictures of the handbooks in docs/ as well.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../tests/support/browser.ts';
import { addPerson, openDesk, type Desk } from '../../tests/support/console.ts';
import { consoleStates } from '../../tests/support/console-states/console-states.ts';
import { startPlayedHall } from '../../tests/support/played-hall.ts';
import { clippedWords } from './clipped-words.ts';
import { smallTargets } from './small-targets.ts';

const folder = join(import.meta.dirname, '../../shots/console');
const { values: given, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'dark,light' },
    width: { type: 'string', default: '1440,768' },
    handbook: { type: 'boolean', default: false },
  },
});
const images = join(import.meta.dirname, '../../docs/images');
/** The handbook's pictures, by the state that they show. */
const handbook: Readonly<Record<string, string>> = {
  hall: 'console-hall',
  'dialog-doors': 'console-doors',
  'hall-standby': 'console-standby',
  show: 'console-show',
  'dialog-announce': 'console-announce',
  'emergency-on': 'console-emergency',
  'scene-editor': 'content-scene',
  health: 'health-wall',
  'health-phone': 'health-phone',
};
const languages = given.language.split(',');
const themes = given.theme.split(',');
const heights: Readonly<Record<string, number>> = { 1440: 900, 1024: 768, 768: 1024, 390: 844 };
const elevenTwenty = Date.parse('2026-11-25T06:20:00Z');
const password = 'a long password for pictures';
const settleMs = 250;
/** Up to this width it is a tablet, and fingers play it. */
const tabletPx = 900;

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function shoot(desk: Desk, name: string, widths: readonly string[]): Promise<void> {
  for (const language of languages) {
    for (const theme of themes) {
      for (const width of widths) {
        await desk.page.setViewportSize({ width: Number(width), height: heights[width] ?? 900 });
        await dress(desk, theme, language);
        await desk.page.waitForTimeout(settleMs);
        const picture = `${name}-${width}-${theme}-${language}`;
        await desk.page.screenshot({ path: join(folder, `${picture}.png`) });
        const inHandbook = handbook[name];
        if (given.handbook && inHandbook !== undefined && width === widths[0] && theme === 'dark' && language === 'en')
          await desk.page.screenshot({ path: join(images, `${inHandbook}.jpg`), type: 'jpeg', quality: 74 });
        const clipped = await desk.page.evaluate(clippedWords);
        const small = Number(width) > tabletPx ? [] : await desk.page.evaluate(smallTargets);
        const faults = [...clipped.map((text) => `clipped: ${text}`), ...small.map((text) => `small: ${text}`)];
        console.log([picture, ...faults].join('\n  '));
      }
    }
  }
}

/** Theme and language as the person would choose them, whatever dialog is open. */
async function dress(desk: Desk, theme: string, language: string): Promise<void> {
  await desk.page.evaluate(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('shanyraq.console.theme', chosenTheme);
      localStorage.setItem('shanyraq.console.language', chosenLanguage);
      // As another window of this browser would: its own changes a page is not told.
      dispatchEvent(new StorageEvent('storage'));
    },
    [theme, language] as const,
  );
}

await mkdir(folder, { recursive: true });
const hall = await startPlayedHall({
  asShipped: true,
  isLifelike: true,
  without: ['diplomacy'],
  env: { CLOCK_OFFSET_MS: String(elevenTwenty - Date.now()) },
});
const browser = await launchBrowser();
try {
  const { controller } = hall;
  await addPerson(controller, 'Aliya', 'operator', password);
  await addPerson(controller, 'Dana', 'operator', password);
  await addPerson(controller, 'Saule', 'admin', password);
  const desk = await openDesk(browser, controller.url, { name: 'Aliya', password, pictures: true });
  const other = await openDesk(browser, controller.url, { name: 'Dana', password });
  const admin = await openDesk(browser, controller.url, { name: 'Saule', password });
  for (const state of consoleStates) {
    const { name } = state;
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const stage = { desk, other, admin, controller, browser, password, rest };
    const shown = stage[state.who ?? 'desk'];
    await shown.page.setViewportSize({ width: 1440, height: 900 });
    const leave = await state.reach(stage);
    await shoot(shown, name, state.widths ?? given.width.split(','));
    await leave();
  }
} finally {
  await browser.close();
  await hall.stop();
}
