import type { Browser, Locator, Page } from 'playwright';
import { expect, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { addPerson, openDesk, openPlayers, type Desk, type DeskOptions, type Layout } from './console.ts';
import type { TestController } from './controller.ts';
import { startPlayedHall } from './played-hall.ts';

export const patience = { timeout: 40_000, interval: 100 };
/** Of everybody who sits down in a story. */
export const password = 'a long password for tests';

export interface RunSeen {
  readonly id: string;
  readonly layer: string;
  readonly owner: string | null;
  readonly cue: number;
  readonly paused: boolean;
}

/** A hall that never closes, two operators at their consoles, and every screen played: some by real pages. */
export interface ConsoleStory {
  readonly controller: TestController;
  readonly browser: Browser;
  /** Pages of players, by screen. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly aliya: Desk;
  readonly dana: Desk;
  readonly tile: (desk: Desk, unit: string) => Locator;
  readonly runs: () => Promise<readonly RunSeen[]>;
  readonly byHand: () => Promise<RunSeen | undefined>;
  /** The scene that the screen says it shows. */
  readonly shown: (screen: string) => Promise<string | null>;
  /** Waits until each of these screens says that it shows the scene. */
  readonly allShow: (screens: readonly string[], scene: string) => Promise<boolean>;
  readonly until: (is: () => Promise<boolean>) => Promise<boolean>;
  /** Lets somebody more in, and sets them before a console of their own. */
  readonly sit: (role: string, options: Omit<DeskOptions, 'password'>) => Promise<Desk>;
  /** Chooses screens by touch, then a scene or a show from the library by its search. */
  readonly prepare: (desk: Desk, units: readonly string[], query: string, item: string) => Promise<void>;
  /** Ends everything that is held by hand, and whatever is armed. */
  readonly clear: () => Promise<void>;
  stop(): Promise<void>;
}

export interface StoryOptions {
  /** Screens with a page of their own; the others are played over the protocol alone. */
  readonly pages?: readonly string[];
  /** Screens that nobody plays. */
  readonly without?: readonly string[];
  readonly layouts: readonly [Layout, Layout];
  readonly language?: 'kk' | 'ru' | 'en';
}

export async function openConsoleStory(options: StoryOptions): Promise<ConsoleStory> {
  const { pages: real = [], without = [], layouts, language = 'en' } = options;
  const hall = await startPlayedHall({ without: [...real, ...without] });
  const { controller } = hall;
  await addPerson(controller, 'Aliya', 'operator', password);
  await addPerson(controller, 'Dana', 'operator', password);
  const browser = await launchBrowser();
  const pages = await openPlayers(browser, controller, real);
  const aliya = await openDesk(browser, controller.url, { name: 'Aliya', password, layout: layouts[0], language });
  const dana = await openDesk(browser, controller.url, { name: 'Dana', password, layout: layouts[1], language });
  const until = (is: () => Promise<boolean>): Promise<boolean> => vi.waitUntil(is, patience);
  const tile = (desk: Desk, unit: string): Locator => desk.page.locator(`screen-tile[data-unit="${unit}"]`);
  const runs = async (): Promise<readonly RunSeen[]> => (await controller.get('/api/runs')) as RunSeen[];
  const byHand = async (): Promise<RunSeen | undefined> => (await runs()).find(({ layer }) => layer === 'manual');
  const shown = async (screen: string): Promise<string | null> => {
    const state = (await controller.get(`/api/screens/${screen}`)) as {
      reported: { shown: { scene: string } | null } | null;
    };
    return state.reported?.shown?.scene ?? null;
  };
  const allShow = (screens: readonly string[], scene: string): Promise<boolean> =>
    until(async () => (await Promise.all(screens.map(shown))).every((one) => one === scene));
  await until(async () => {
    const screens = (await controller.get('/api/screens')) as { id: string; reported: unknown }[];
    return screens.every(({ id, reported }) => without.includes(id) || reported !== null);
  });
  return {
    controller,
    browser,
    pages,
    aliya,
    dana,
    tile,
    runs,
    byHand,
    shown,
    allShow,
    until,
    async sit(role, sitting) {
      await addPerson(controller, sitting.name, role, password);
      return openDesk(browser, controller.url, { ...sitting, password });
    },
    async prepare(desk, units, query, item) {
      await desk.key('Escape');
      for (const unit of units) await tile(desk, unit).click();
      await desk.key('KeyF');
      await desk.page.keyboard.type(query);
      await desk.page.locator(`[data-item="${item}"]`).click();
      await desk.key('Escape');
      for (const unit of units) await expect.poll(() => tile(desk, unit).getAttribute('aria-selected')).toBe('true');
    },
    async clear() {
      // By whoever holds it: nobody has lost anything, and nobody is told so.
      for (const { id, layer, owner } of await runs()) {
        if (layer !== 'manual') continue;
        const path = `/api/runs/${id}`;
        const desk = owner === 'Aliya' ? aliya : owner === 'Dana' ? dana : null;
        if (desk === null) await controller.request('DELETE', path);
        else await desk.page.evaluate((at) => fetch(at, { method: 'DELETE' }).then(() => undefined), path);
      }
      await controller.request('DELETE', '/api/standby');
      await until(async () => (await byHand()) === undefined);
    },
    async stop() {
      await browser.close();
      await hall.stop();
    },
  };
}
