/**
 * Pictures of the console: `npm run shots -- console [state …] [--language en] [--theme dark,light] [--width 1440,768]`.
 * Opens the shipped hall at 11:20 on a Wednesday, every screen but one played over the real protocol, brings it from
 * state to state, and writes shots/console/<state>-<width>-<theme>-<language>.png. Reports words that do not fit.
 * `--handbook` writes the pictures of docs/operator.md as well.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../tests/support/browser.ts';
import { addPerson, openDesk, type Desk } from '../../tests/support/console.ts';
import { startPlayedHall } from '../../tests/support/played-hall.ts';
import { consoleStates } from './console-states.ts';
import { clippedWords } from './clipped-words.ts';

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
};
const languages = given.language.split(',');
const themes = given.theme.split(',');
const heights: Readonly<Record<string, number>> = { 1440: 900, 768: 1024 };
const elevenTwenty = Date.parse('2026-11-25T06:20:00Z');
const password = 'a long password for pictures';
const settleMs = 250;

async function shoot(desk: Desk, name: string): Promise<void> {
  for (const language of languages) {
    for (const theme of themes) {
      for (const width of given.width.split(',')) {
        await desk.page.setViewportSize({ width: Number(width), height: heights[width] ?? 900 });
        await dress(desk, theme, language);
        await desk.page.waitForTimeout(settleMs);
        const picture = `${name}-${width}-${theme}-${language}`;
        await desk.page.screenshot({ path: join(folder, `${picture}.png`) });
        const inHandbook = handbook[name];
        if (given.handbook && inHandbook !== undefined && width === '1440' && theme === 'dark' && language === 'en')
          await desk.page.screenshot({ path: join(images, `${inHandbook}.jpg`), type: 'jpeg', quality: 74 });
        const clipped = await desk.page.evaluate(clippedWords);
        console.log(`${picture}${clipped.length === 0 ? '' : `\n  clipped: ${clipped.join('\n  clipped: ')}`}`);
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
  without: ['diplomacy'],
  env: { CLOCK_OFFSET_MS: String(elevenTwenty - Date.now()) },
});
const browser = await launchBrowser();
try {
  const { controller } = hall;
  await addPerson(controller, 'Aliya', 'operator', password);
  await addPerson(controller, 'Dana', 'operator', password);
  const desk = await openDesk(browser, controller.url, { name: 'Aliya', password, pictures: true });
  const other = await openDesk(browser, controller.url, { name: 'Dana', password });
  for (const state of consoleStates) {
    const { name } = state;
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    const leave = await state.reach({ desk, other, controller, browser, password });
    await shoot(desk, name);
    await leave();
  }
} finally {
  await browser.close();
  await hall.stop();
}
