import type { Browser, BrowserContext, Page } from 'playwright';
import type { TestController } from './controller.ts';

/** What a keyboard writes where a Latin one has the letter of the code. */
const letters: Readonly<Record<Layout, string>> = {
  latin: 'abcdefghijklmnopqrstuvwxyz',
  russian: 'фисвуапршолдьтщзйкыегмцчня',
  kazakh: 'фисвуапршолдьтщзйкыегмцчня',
};
/** The row of digits: Kazakh letters stand there. */
const digits: Readonly<Record<Layout, string>> = { latin: '1234567890', russian: '1234567890', kazakh: '"әіңғ,.үұқ' };
/** Keys that the browser itself acts on, by the number it knows them by: a dialog closes, the focus moves on. */
const native: Readonly<Record<string, number>> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  Space: 32,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};
/** Keys that write something, or are called otherwise than their place. */
const others: Readonly<Record<string, string>> = {
  Space: ' ',
  Equal: '=',
  Minus: '-',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`Numpad${digit}`, String(digit)])),
};
/** What stands on the punctuation keys whose places the console knows. */
const punctuation: Readonly<Record<string, readonly [latin: string, cyrillic: string]>> = {
  Comma: [',', 'б'],
  Period: ['.', 'ю'],
  Slash: ['/', '.'],
};

export type Layout = 'latin' | 'russian' | 'kazakh';

/** One operator at one console. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly said: string[];
  /** What the keyboard writes: people switch it as they work. */
  layout: Layout;
  /**
   * Presses the key at this place of the keyboard, as its layout writes it, or as a layout does that writes `writes`
   * there; holds it for `heldMs`.
   */
  key(
    code: string,
    options?: { readonly shift?: boolean; readonly heldMs?: number; readonly writes?: string },
  ): Promise<void>;
}

/** Lets somebody in who may do what the role says, with this password. */
export async function addPerson(
  controller: TestController,
  name: string,
  role: string,
  password: string,
): Promise<void> {
  const response = await controller.post('/api/people', { name, role, password });
  if (!response.ok) throw new Error(`${name} was not let in: ${response.status} ${await response.text()}`);
}

/** Opens a console and signs in by its form; without live pictures, which belong to tests of their own. */
export async function openDesk(
  browser: Browser,
  url: string,
  { name, password, layout = 'latin', language = 'en', theme = 'dark', pictures = false, ...size }: DeskOptions,
): Promise<Desk> {
  const { width = 1440, height = 900 } = size;
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(
    ([chosenLanguage, chosenTheme, chosenPictures]) => {
      // A page within the console would choose once more, whatever the person has chosen since.
      if (window !== window.top) return;
      localStorage.setItem('shanyraq.console.language', chosenLanguage);
      localStorage.setItem('shanyraq.console.theme', chosenTheme);
      localStorage.setItem('shanyraq.console.pictures', chosenPictures);
    },
    [language, theme, pictures ? 'on' : 'off'] as const,
  );
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(url);
  await page.fill('input[name=name]', name);
  await page.fill('input[name=password]', password);
  await page.press('input[name=password]', 'Enter');
  await page.waitForSelector('header-bar');
  await page.waitForSelector('foot-bar');
  const keyboard = await context.newCDPSession(page);
  const send = (type: 'keyDown' | 'keyUp', code: string, isShift: boolean, key: string): Promise<unknown> => {
    const written = code === 'Enter' ? '\r' : key;
    const text = type === 'keyDown' && written.length === 1 ? { text: written } : {};
    const known = native[code];
    const number = known === undefined ? {} : { windowsVirtualKeyCode: known };
    return keyboard.send('Input.dispatchKeyEvent', { type, code, key, modifiers: isShift ? 8 : 0, ...text, ...number });
  };
  const desk: Desk = {
    page,
    context,
    said,
    layout,
    async key(code, { shift = false, heldMs = 0, writes = keyOf(desk.layout, code) } = {}) {
      await send('keyDown', code, shift, writes);
      if (heldMs > 0) await page.waitForTimeout(heldMs);
      await send('keyUp', code, shift, writes);
    },
  };
  return desk;
}

export interface DeskOptions {
  readonly name: string;
  readonly password: string;
  readonly layout?: Layout;
  readonly language?: 'kk' | 'ru' | 'en';
  readonly theme?: 'dark' | 'light';
  readonly pictures?: boolean;
  readonly width?: number;
  readonly height?: number;
}

function keyOf(layout: Layout, code: string): string {
  if (code.startsWith('Key')) return letters[layout][code.charCodeAt(3) - 65] ?? code;
  if (code.startsWith('Digit')) return digits[layout][(Number(code.slice(5)) + 9) % 10] ?? code;
  const [latin, cyrillic] = punctuation[code] ?? [];
  return (layout === 'latin' ? latin : cyrillic) ?? others[code] ?? code;
}

/** Plays for these screens on a session, each in a window of its own; closing its page takes the screen away. */
export async function openPlayers(
  browser: Browser,
  controller: TestController,
  screens: readonly string[],
): Promise<ReadonlyMap<string, Page>> {
  const context = await browser.newContext({ viewport: { width: 320, height: 240 } });
  const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
  await context.addCookies([{ name, value, url: controller.url }]);
  const players = new Map<string, Page>();
  for (const screen of screens) {
    const page = await context.newPage();
    await page.goto(`${controller.url}/display/?screen=${screen}&mode=virtual`);
    players.set(screen, page);
  }
  return players;
}
