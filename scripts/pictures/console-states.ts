import type { Browser } from 'playwright';
import type { Desk } from '../../tests/support/console.ts';
import type { TestController } from '../../tests/support/controller.ts';

export interface Stage {
  readonly desk: Desk;
  /** A colleague's. */
  readonly other: Desk;
  readonly controller: TestController;
  readonly browser: Browser;
  readonly password: string;
}

export interface ConsoleState {
  readonly name: string;
  /** Brings the console there; the answer brings it back. */
  reach(stage: Stage): Promise<() => Promise<void>>;
}

const picturesMs = 9_000;
const tile = (desk: Desk, unit: string) => desk.page.locator(`screen-tile[data-unit="${unit}"]`);

async function home(desk: Desk): Promise<void> {
  for (let press = 0; press < 3; press += 1) await desk.key('Escape');
  await desk.key('Digit1');
}

async function choose(desk: Desk, units: readonly string[], query: string, item: string): Promise<void> {
  await home(desk);
  for (const unit of units) await tile(desk, unit).click();
  await desk.key('KeyF');
  await desk.page.keyboard.type(query);
  await desk.page.locator(`[data-item="${item}"]`).click();
  await desk.key('Escape');
}

async function releaseAll({ controller }: Stage): Promise<void> {
  const runs = (await controller.get('/api/runs')) as { readonly id: string; readonly layer: string }[];
  for (const { id, layer } of runs) if (layer === 'manual') await controller.request('DELETE', `/api/runs/${id}`);
  await controller.request('DELETE', '/api/standby');
}

const view = (name: string, key: string): ConsoleState => ({
  name,
  async reach({ desk }) {
    await home(desk);
    await desk.key(key);
    await desk.page.waitForTimeout(600);
    return () => home(desk);
  },
});

const dialog = (name: string, key: string, shift = false): ConsoleState => ({
  name: `dialog-${name}`,
  async reach({ desk }) {
    await home(desk);
    await desk.key(key, { shift });
    await desk.page.waitForTimeout(400);
    return () => home(desk);
  },
});

/** Everything that a person can bring in sight, in an order in which one leads to the next. */
export const consoleStates: readonly ConsoleState[] = [
  {
    name: 'hall',
    async reach(stage) {
      const { desk, controller } = stage;
      await controller.post('/api/takes', {
        targets: ['statehood', 'map'],
        scene: 'welcome',
        reason: 'A delegation of 12, to 15:30',
        policy: 'go',
        holdFor: 2_400_000,
      });
      await desk.page.waitForTimeout(picturesMs);
      return () => releaseAll(stage);
    },
  },
  {
    name: 'hall-list',
    async reach({ desk }) {
      await home(desk);
      await desk.key('KeyL');
      return () => desk.key('KeyL');
    },
  },
  {
    name: 'hall-preview',
    async reach({ desk }) {
      await choose(desk, ['statehood', 'chronicle-political'], 'welc', 'scene:welcome');
      await desk.key('KeyP');
      await desk.page.waitForTimeout(picturesMs / 2);
      return () => home(desk);
    },
  },
  {
    name: 'hall-standby',
    async reach(stage) {
      const { desk } = stage;
      await choose(desk, ['statehood', 'diplomacy', 'map'], 'welc', 'scene:welcome');
      await desk.key('KeyS');
      await desk.page.waitForTimeout(2_500);
      return () => releaseAll(stage);
    },
  },
  {
    name: 'show',
    async reach(stage) {
      const { desk, controller } = stage;
      await home(desk);
      await controller.post('/api/takes', { targets: 'all', show: 'welcome', policy: 'go', holdFor: 3_600_000 });
      await desk.key('Digit3');
      await desk.page.waitForTimeout(1_500);
      await desk.key('Space', { shift: true });
      await desk.page.waitForTimeout(2_500);
      return () => Promise.resolve();
    },
  },
  {
    name: 'dialog-guide',
    async reach(stage) {
      const { desk } = stage;
      await home(desk);
      await desk.page.locator('run-acts button').last().click();
      await desk.page.locator('guide-dialog [data-make]').click();
      await desk.page.waitForTimeout(500);
      return () => home(desk);
    },
  },
  view('schedule', 'Digit2'),
  {
    name: 'journal',
    async reach(stage) {
      await releaseAll(stage);
      await home(stage.desk);
      await stage.desk.key('Digit4');
      await stage.desk.page.waitForTimeout(600);
      return () => home(stage.desk);
    },
  },
  view('health', 'Digit5'),
  {
    name: 'health-screen',
    async reach({ desk }) {
      await desk.page.evaluate(() => {
        location.hash = '#screen=statehood';
      });
      await desk.page.waitForTimeout(1_500);
      return () => home(desk);
    },
  },
  dialog('help', 'Slash'),
  dialog('announce', 'KeyC'),
  dialog('doors', 'KeyO'),
  dialog('sound', 'KeyM', true),
  dialog('emergency', 'KeyE'),
  {
    name: 'dialog-details',
    async reach({ desk }) {
      await home(desk);
      await tile(desk, 'wall').click();
      await desk.key('KeyI');
      await desk.page.waitForTimeout(picturesMs / 2);
      return () => home(desk);
    },
  },
  {
    name: 'emergency-on',
    async reach({ desk, controller }) {
      await home(desk);
      await controller.post('/api/emergency', { kind: 'evacuation', drill: true });
      await desk.page.waitForTimeout(2_000);
      await desk.key('KeyE');
      return async () => {
        await controller.request('DELETE', '/api/emergency');
        await home(desk);
      };
    },
  },
  {
    name: 'asked',
    async reach(stage) {
      const { desk, other } = stage;
      await choose(desk, ['statehood'], 'welc', 'scene:welcome');
      await desk.key('KeyT');
      await other.page.locator('run-acts button').first().click();
      await other.page.locator('run-acts input').fill('A school class is waiting');
      await other.page.keyboard.press('Enter');
      await desk.page.locator('[data-asked]').waitFor();
      return () => releaseAll(stage);
    },
  },
  {
    name: 'training',
    async reach({ desk }) {
      await home(desk);
      await desk.key('KeyT', { shift: true });
      await desk.page.locator('training-band').waitFor();
      await desk.page.waitForTimeout(picturesMs);
      return async () => {
        await desk.page.locator('[data-leave]').click();
        await desk.page.locator('foot-bar').waitFor();
      };
    },
  },
  {
    name: 'offline',
    async reach({ desk }) {
      await home(desk);
      await desk.context.setOffline(true);
      await desk.page.waitForTimeout(12_000);
      return async () => {
        await desk.context.setOffline(false);
        await desk.page.waitForTimeout(3_000);
      };
    },
  },
  {
    name: 'sign-in',
    async reach({ desk }) {
      await desk.context.clearCookies();
      await desk.page.reload();
      await desk.page.locator('input[name=name]').waitFor();
      return () => Promise.resolve();
    },
  },
];
