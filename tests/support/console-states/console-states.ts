import { leaseStates } from './lease-states.ts';
import { libraryStates } from './library-states.ts';
import { peopleStates } from './people-states.ts';
import { scheduleStates } from './schedule-states.ts';
import { technicianStates } from './technician-states.ts';
import { dialog, home, picturesMs, releaseAll, tile, view, type ConsoleState } from './stage.ts';
import type { Desk } from '../console.ts';

async function choose(desk: Desk, units: readonly string[], query: string, item: string): Promise<void> {
  await home(desk);
  for (const unit of units) {
    await tile(desk, unit).click();
    await desk.page.locator(`screen-tile[data-unit="${unit}"][aria-selected=true]`).waitFor();
  }
  await desk.key('KeyF');
  await desk.page.keyboard.type(query);
  await desk.page.locator(`[data-item="${item}"]`).click();
  await desk.key('Escape');
}

/** What is on when these were raised: in its dialog, or as the alert over every view. */
function emergency(name: string, raised: readonly object[], isOpen = true): ConsoleState {
  return {
    name,
    async reach({ desk, controller, rest }) {
      await home(desk);
      for (const body of raised) await controller.post('/api/emergency', body);
      await rest(2_000);
      if (isOpen) {
        await desk.key('KeyE');
        await desk.page.locator('emergency-dialog dialog[open]').waitFor();
      }
      return async () => {
        await controller.request('DELETE', '/api/emergency');
        await home(desk);
      };
    },
  };
}

/** Everything that a person can bring in sight, in an order in which one leads to the next. */
export const consoleStates: readonly ConsoleState[] = [
  {
    name: 'hall',
    async reach(stage) {
      const { desk, controller, rest } = stage;
      await controller.post('/api/takes', {
        targets: ['statehood', 'map'],
        scene: 'welcome',
        reason: 'A delegation of 12, to 15:30',
        policy: 'go',
        holdFor: 2_400_000,
      });
      await desk.page.locator('run-list li, run-acts').first().waitFor();
      await rest(picturesMs);
      return () => releaseAll(stage);
    },
  },
  {
    name: 'announced',
    async reach({ desk, controller }) {
      await home(desk);
      const text = {
        kk: 'Көрме 15 минуттан кейін жабылады',
        ru: 'Экспозиция закрывается через 15 минут',
        en: 'The exhibition closes in 15 minutes',
      };
      await controller.post('/api/overlays', { type: 'ribbon', targets: ['all'], text, holdFor: 900_000 });
      await desk.page.locator('run-list [data-overlay]').waitFor();
      return async () => {
        const shown = (await controller.get('/api/overlays')) as readonly { readonly id: string }[];
        for (const { id } of shown) await controller.request('DELETE', `/api/overlays/${id}`);
      };
    },
  },
  {
    name: 'hall-list',
    async reach({ desk }) {
      await home(desk);
      await desk.key('KeyL');
      await desk.page.locator('screen-list tr[data-screen]').first().waitFor();
      return () => desk.key('KeyL');
    },
  },
  {
    name: 'hall-narrowed',
    async reach({ desk }) {
      await home(desk);
      await desk.key('KeyF', { shift: true });
      await desk.page.keyboard.type('0');
      await desk.page.locator('hall-filter select[name=zone]').selectOption({ index: 2 });
      await desk.page.locator('hall-filter [data-all]').waitFor();
      return async () => {
        await desk.page.locator('hall-filter [data-all]').click();
        await home(desk);
      };
    },
  },
  {
    name: 'hall-preview',
    async reach({ desk, rest }) {
      await choose(desk, ['statehood', 'chronicle-political'], 'welc', 'scene:welcome');
      await desk.key('KeyP');
      await desk.page.locator('preview-panel').waitFor();
      await rest(picturesMs / 2);
      return () => home(desk);
    },
  },
  {
    name: 'hall-standby',
    async reach(stage) {
      const { desk, rest } = stage;
      await choose(desk, ['statehood', 'diplomacy', 'map'], 'welc', 'scene:welcome');
      await desk.key('KeyS');
      await desk.page.locator('go-panel').waitFor();
      await rest(2_500);
      return () => releaseAll(stage);
    },
  },
  {
    name: 'hall-standby-two',
    async reach(stage) {
      const { desk, controller, rest } = stage;
      await controller.post('/api/standby', { targets: ['diplomacy', 'wall'], scene: 'entrance' });
      await choose(desk, ['statehood'], 'welc', 'scene:welcome');
      await desk.key('KeyS');
      await desk.page.locator('go-panel').waitFor();
      await desk.page.locator('standby-list').waitFor();
      await rest(2_500);
      return () => releaseAll(stage);
    },
  },
  {
    name: 'hall-set',
    async reach(stage) {
      const { desk, controller, rest } = stage;
      const clock = (await controller.get('/api/clock')) as { readonly at: string };
      const at = new Date(Date.parse(clock.at) + 3_600_000).toISOString();
      const reason = 'A delegation of 12';
      await controller.post('/api/takes', { targets: ['statehood', 'map'], scene: 'welcome', at, reason });
      await choose(desk, ['diplomacy'], 'welc', 'scene:welcome');
      await desk.page.locator('take-panel #at').fill('17:30');
      const coming = desk.page.locator('run-list .cancel');
      await coming.waitFor();
      await coming.scrollIntoViewIfNeeded();
      await rest(400);
      return async () => {
        await desk.page.locator('take-panel #at').fill('');
        await home(desk);
        await releaseAll(stage);
      };
    },
  },
  view('show', 'Digit3', { name: 'show-none' }),
  {
    name: 'show',
    async reach(stage) {
      const { desk, controller, rest } = stage;
      await home(desk);
      await controller.post('/api/takes', { targets: 'all', show: 'welcome', policy: 'go', holdFor: 3_600_000 });
      await desk.key('Digit3');
      await desk.page.locator('show-view tr.on-air').waitFor();
      await rest(1_500);
      await desk.key('Space', { shift: true });
      await desk.page.locator('show-view tr.done').waitFor();
      await rest(2_500);
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
      await desk.page.locator('guide-dialog svg.qr').waitFor();
      return () => home(desk);
    },
  },
  {
    name: 'guide-page',
    who: 'other',
    widths: ['390'],
    async reach({ other, controller }) {
      const runs = (await controller.get('/api/runs')) as { readonly id: string; readonly layer: string }[];
      const run = runs.find(({ layer }) => layer === 'manual')?.id ?? '';
      const { code } = (await (await controller.post(`/api/runs/${run}/guide`, {})).json()) as {
        readonly code: string;
      };
      await other.page.goto(`${controller.url}/guide/#${code}`);
      await other.page.locator('guide-page .go').waitFor();
      return async () => {
        await other.page.goto(controller.url);
        await other.page.locator('foot-bar').waitFor();
      };
    },
  },
  ...leaseStates,
  ...scheduleStates,
  {
    name: 'journal',
    async reach(stage) {
      await releaseAll(stage);
      await home(stage.desk);
      await stage.desk.key('Digit4');
      await stage.desk.page.locator('journal-view tbody tr').first().waitFor();
      return () => home(stage.desk);
    },
  },
  ...libraryStates,
  ...technicianStates,
  ...peopleStates,
  dialog('help', 'Slash'),
  dialog('announce', 'KeyC'),
  dialog('doors', 'KeyO'),
  dialog('sound', 'KeyM', true),
  dialog('emergency', 'KeyE'),
  {
    name: 'dialog-details',
    async reach({ desk, rest }) {
      await home(desk);
      await tile(desk, 'wall').click();
      await desk.key('KeyI');
      await desk.page.locator('details-dialog dialog[open]').waitFor();
      await rest(picturesMs / 2);
      return () => home(desk);
    },
  },
  emergency('emergency-on', [{ kind: 'evacuation', drill: true }]),
  emergency('emergencies-two', [{ kind: 'evacuation', targets: 'walls' }, { kind: 'blackout' }]),
  emergency('emergency-alert', [{ kind: 'evacuation', targets: 'walls' }], false),
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
    async reach({ desk, rest }) {
      await home(desk);
      await desk.key('KeyT', { shift: true });
      await desk.page.locator('training-band').waitFor();
      await desk.page.locator('screen-tile').first().waitFor();
      await rest(picturesMs);
      return async () => {
        await desk.page.locator('[data-leave]').click();
        await desk.page.locator('training-band').waitFor({ state: 'detached' });
        await desk.page.locator('screen-tile').first().waitFor();
      };
    },
  },
  {
    // Close to one corner: who needs help elsewhere is told at the edge.
    name: 'hall-close',
    async reach({ desk, rest }) {
      await home(desk);
      await tile(desk, 'chronicle-political').focus();
      for (let press = 0; press < 2; press += 1) await desk.key('Equal');
      await desk.page.locator('plan-tools [data-act=whole]').waitFor();
      await rest(picturesMs / 2);
      return async () => {
        await desk.key('Digit0');
        await home(desk);
      };
    },
  },
  {
    name: 'offline',
    async reach({ desk }) {
      await home(desk);
      await desk.context.setOffline(true);
      await desk.page.locator('notice-bar .lost').waitFor();
      return async () => {
        await desk.context.setOffline(false);
        await desk.page.locator('notice-bar .lost').waitFor({ state: 'detached' });
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
