import type { Browser, Page } from 'playwright';
import { addPerson, openDesk, type Desk } from '../../support/console.ts';
import { startPlayedHall, type PlayedHall } from '../../support/played-hall.ts';
import { distribution, type Row } from '../row.ts';

const password = 'a long password for benches';
const scenes = ['welcome', 'entrance'] as const;
const waitMs = 20_000;

interface TakesOptions {
  /** Players that speak the protocol alone, or pages that draw, thirteen in one window. */
  readonly players: 'protocol' | 'pages';
  readonly takes: number;
}

/** From the click on GO, everything being ready, to the console's drawing of all 13 screens' answers. */
export async function measureTakes(browser: Browser, { players, takes }: TakesOptions): Promise<readonly Row[]> {
  const hall = await startPlayedHall(players === 'pages' ? { without: everyScreen } : {});
  try {
    if (players === 'pages') await openVirtualHall(browser, hall);
    const desk = await deskOf(browser, hall, 'Aliya');
    const samples: number[] = [];
    let missed = 0;
    for (let take = -2; take < takes; take += 1) {
      const scene = scenes[Math.abs(take) % scenes.length] ?? scenes[0];
      await hall.controller.post('/api/standby', { targets: 'all', scene });
      await desk.page.locator('standby-list [data-standby]').click();
      await desk.page.waitForFunction(allReady, null, { timeout: waitMs });
      const sample = await desk.page.evaluate(goAndWait, everyScreen.length);
      if (sample === null) missed += 1;
      else if (take >= 0) samples.push(sample);
    }
    await desk.context.close();
    const how = players === 'pages' ? 'real players' : 'simulated players';
    const head = { case: `GO, 13 ${how}`, subject: 'shanyraq' };
    return [
      distribution({ ...head, metric: 'click to all applied, shown', unit: 'ms' }, samples),
      { ...head, metric: 'not all applied within 5 s', unit: '', value: missed },
    ];
  } finally {
    for (const context of browser.contexts()) await context.close();
    await hall.stop();
  }
}

/** From the click at one console to the drawing at another. */
export async function measureColleagues(browser: Browser, n: number): Promise<readonly Row[]> {
  const hall = await startPlayedHall();
  try {
    const aliya = await deskOf(browser, hall, 'Aliya');
    const dana = await deskOf(browser, hall, 'Dana');
    const muted: number[] = [];
    const armed: number[] = [];
    for (let act = -2; act < n; act += 1) {
      const sound = await seenBy(dana.page, aliya.page, 'foot-bar [data-act=mute]', muteText);
      const { scene } = { scene: scenes[Math.abs(act) % 2] ?? scenes[0] };
      const before = await dana.page.evaluate(nextStandby, null);
      const from = Date.now();
      const seen = dana.page.evaluate(nextStandby, before.standby);
      await hall.controller.post('/api/standby', { targets: 'map', scene });
      const at = await seen;
      if (act < 0) continue;
      muted.push(sound);
      armed.push(at.at - from);
    }
    const head = { subject: 'shanyraq', metric: 'seen at the other console after', unit: 'ms' };
    return [
      distribution({ ...head, case: 'two consoles: a click on Mute' }, muted),
      distribution({ ...head, case: 'two consoles: something armed over REST' }, armed),
    ];
  } finally {
    for (const context of browser.contexts()) await context.close();
    await hall.stop();
  }
}

const everyScreen = [
  'entrance',
  'relief-left',
  'relief-right',
  'map',
  'chronicle-political',
  'chronicle-economic',
  'chronicle-sociocultural',
  'statehood',
  'diplomacy',
  'wall-1',
  'wall-2',
  'wall-3',
  'wall-4',
] as const;

async function deskOf(browser: Browser, { controller }: PlayedHall, name: string): Promise<Desk> {
  await addPerson(controller, name, 'operator', password);
  const desk = await openDesk(browser, controller.url, { name, password });
  await desk.page.locator('screen-tile').first().waitFor();
  return desk;
}

async function openVirtualHall(browser: Browser, { controller }: PlayedHall): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
  await context.addCookies([{ name, value, url: controller.url }]);
  const page = await context.newPage();
  await page.goto(`${controller.url}/hall/`);
  const until = Date.now() + 3 * waitMs;
  for (;;) {
    const screens = (await controller.get('/api/screens')) as { reported: { shown: unknown } | null }[];
    if (screens.every(({ reported }) => reported !== null && reported.shown !== null)) return;
    if (Date.now() > until) throw new Error('the virtual hall does not play all its screens');
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Both clicks and drawings are told on the machine's clock, which both pages share. */
async function seenBy(watching: Page, acting: Page, selector: string, read: () => string): Promise<number> {
  const before = await watching.evaluate(read);
  const seen = watching.evaluate(nextMute, before);
  const clicked = await acting.locator(selector).evaluate((button: HTMLElement) => {
    button.click();
    return performance.timeOrigin + performance.now();
  });
  const seenAt = await seen;
  // Until the acting console has heard of it too, another click would say the same again.
  await acting.evaluate(nextMute, before);
  return seenAt - clicked;
}

function muteText(): string {
  const app = document.querySelector('console-app')?.shadowRoot;
  return app?.querySelector('foot-bar')?.shadowRoot?.querySelector('[data-act=mute]')?.textContent?.trim() ?? '';
}

function nextMute(before: string): Promise<number> {
  const app = document.querySelector('console-app')?.shadowRoot;
  const read = (): string =>
    app?.querySelector('foot-bar')?.shadowRoot?.querySelector('[data-act=mute]')?.textContent?.trim() ?? '';
  return new Promise((resolve) => {
    const look = (): void => {
      if (read() === before) requestAnimationFrame(look);
      else resolve(performance.timeOrigin + performance.now());
    };
    look();
  });
}

/** The standby that is listed first, and when it was drawn, as soon as it is another one than this; null: at once. */
function nextStandby(before: string | null): Promise<{ standby: string; at: number }> {
  const panel = (): ShadowRoot | null | undefined =>
    document.querySelector('console-app')?.shadowRoot?.querySelector('action-panel')?.shadowRoot;
  const shown = (): string =>
    panel()?.querySelector('standby-list')?.shadowRoot?.querySelector<HTMLElement>('[data-standby]')?.dataset[
      'standby'
    ] ?? '';
  return new Promise((resolve) => {
    const look = (): void => {
      if (shown() === before) requestAnimationFrame(look);
      else resolve({ standby: shown(), at: performance.timeOrigin + performance.now() });
    };
    look();
  });
}

function allReady(): boolean {
  const panel = document.querySelector('console-app')?.shadowRoot?.querySelector('action-panel')?.shadowRoot;
  const go = panel?.querySelector('go-panel')?.shadowRoot?.querySelector('.go');
  return go?.getAttribute('aria-disabled') === 'false';
}

/**
 * ms from the click to the frame in which the last of the screens' answers stands in the picture of the last take; null
 * where that has not come within 5 s.
 */
function goAndWait(screens: number): Promise<number | null> {
  const panel = document.querySelector('console-app')?.shadowRoot?.querySelector('action-panel')?.shadowRoot;
  const last = (): { run: string; shown: number } => {
    const element = panel?.querySelector('last-take') as (HTMLElement & { take: { run: string } | null }) | null;
    return { run: element?.take?.run ?? '', shown: element?.shadowRoot?.querySelectorAll('circle').length ?? 0 };
  };
  const before = last().run;
  const go = panel?.querySelector('go-panel')?.shadowRoot?.querySelector<HTMLElement>('.go');
  return new Promise((resolve) => {
    const clickedAt = performance.now();
    go?.click();
    const look = (): void => {
      const { run, shown } = last();
      if (run !== before && shown === screens) resolve(performance.now() - clickedAt);
      else if (performance.now() - clickedAt > 5_000) resolve(null);
      else requestAnimationFrame(look);
    };
    look();
  });
}
