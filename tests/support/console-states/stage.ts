import type { Browser, Page } from 'playwright';
import type { Desk } from '../console.ts';
import type { TestController } from '../controller.ts';

export interface Stage {
  readonly desk: Desk;
  /** A colleague's. */
  readonly other: Desk;
  /** Whoever may do all, people included. */
  readonly admin: Desk;
  readonly controller: TestController;
  readonly browser: Browser;
  readonly password: string;
  /** Waits for what comes by itself and cannot be waited for, such as a picture; a test may cut it short. */
  readonly rest: (ms: number) => Promise<void>;
}

export interface ConsoleState {
  readonly name: string;
  /** Whose page is shown; otherwise the operator's. */
  readonly who?: 'admin' | 'other';
  /** Widths that it is made for, px; otherwise those of a desk and a tablet. */
  readonly widths?: readonly string[];
  /** Another part of what an earlier state shows: new to the eye alone. */
  readonly isScrolled?: true;
  /** Brings the console there; the answer brings it back. */
  readonly reach: (stage: Stage) => Promise<() => Promise<void>>;
}

/** Time for the pictures of screens to come. */
export const picturesMs = 9_000;

export const tile = (desk: Desk, unit: string) => desk.page.locator(`screen-tile[data-unit="${unit}"]`);

export async function home(desk: Desk): Promise<void> {
  for (let press = 0; press < 3; press += 1) await desk.key('Escape');
  await desk.key('Digit1');
  // Until then what was open still stands there, and the next key would be its.
  await desk.page.locator('hall-view').waitFor();
}

export async function releaseAll({ controller }: Stage): Promise<void> {
  const runs = (await controller.get('/api/runs')) as { readonly id: string; readonly layer: string }[];
  for (const { id, layer } of runs)
    if (layer === 'manual') await controller.request('DELETE', `/api/runs/${id}?reason=clear`);
  await controller.request('DELETE', '/api/standby');
}

/** A view as its key opens it. */
export const view = (element: string, key: string, { name = element, forMs = 600 } = {}): ConsoleState => ({
  name,
  async reach({ desk, rest }) {
    await home(desk);
    await desk.key(key);
    await desk.page.locator(`${element}-view`).waitFor();
    await rest(forMs);
    return () => home(desk);
  },
});

/** A dialog as its key opens it. */
export const dialog = (element: string, key: string, shift = false): ConsoleState => ({
  name: `dialog-${element}`,
  async reach({ desk, rest }) {
    await home(desk);
    await desk.key(key, { shift });
    await desk.page.locator('dialog[open]').waitFor();
    await rest(400);
    return () => home(desk);
  },
});

/** Scrolls what scrolls around it until the element is in sight, at its top. */
export async function bringUp(page: Page, selector: string): Promise<void> {
  const element = page.locator(selector).first();
  await element.waitFor();
  await element.evaluate((one) => one.scrollIntoView({ block: 'start' }));
}
