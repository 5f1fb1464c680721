import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import type { ScreenState } from '#shared/facts.ts';
import type { TestController } from './controller.ts';

/** Signs a browser in as `admin`, as its console would. */
export async function signedIn(
  browser: Browser,
  controller: TestController,
  origin = controller.url,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
  await context.addCookies([{ name, value, url: origin, sameSite: 'Strict', httpOnly: true }]);
  return context;
}

/** Every error and warning that a page writes to its console, and what it failed to fetch. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Screens as the controller sees them, with instants as it writes them. */
export async function screensOf(controller: TestController): Promise<readonly ScreenState[]> {
  return (await controller.get('/api/screens')) as readonly ScreenState[];
}

/** What each player of a page has on its glass, by screen: `run scene`. */
export function onTheGlass(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.screen')].map((element) => {
        const { run, scene } = element.querySelector<HTMLElement>('.stage')?.dataset ?? {};
        return [element.dataset['screen'] ?? '', `${run ?? '-'} ${scene ?? '-'}`];
      }),
    ),
  );
}
