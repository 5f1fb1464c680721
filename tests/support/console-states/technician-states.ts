import type { Desk } from '../console.ts';
import { bringUp, home, view, type ConsoleState, type Stage } from './stage.ts';

async function openScreen({ rest }: Stage, { page }: Desk): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#screen=statehood';
  });
  await page.locator('health-screen health-chart').first().waitFor();
  await rest(1_500);
}

/** The health of the hall and of one screen, from top to bottom. */
export const technicianStates: readonly ConsoleState[] = [
  view('health', 'Digit5'),
  {
    name: 'health-cleaning',
    isScrolled: true,
    async reach({ desk, controller }) {
      await controller.request('PUT', '/api/cleaning-pin', { pin: '2749' });
      await home(desk);
      await desk.key('Digit5');
      await bringUp(desk.page, 'health-cleaning');
      return () => home(desk);
    },
  },
  {
    name: 'health-screen',
    async reach(stage) {
      const { desk } = stage;
      await openScreen(stage, stage.desk);
      return () => home(desk);
    },
  },
  {
    name: 'health-corners',
    who: 'admin',
    async reach(stage) {
      const { admin } = stage;
      await openScreen(stage, admin);
      await admin.key('KeyQ');
      await admin.page.locator('screen-calibration g.chosen').waitFor();
      await bringUp(admin.page, 'screen-calibration');
      return async () => {
        await admin.page.locator('[data-act=give-up]').click();
        // As long as there are corners, digits choose them.
        await admin.page.locator('[data-act=corners]').waitFor();
        await home(admin);
      };
    },
  },
  {
    name: 'health-phone',
    isScrolled: true,
    widths: ['390'],
    async reach(stage) {
      await openScreen(stage, stage.desk);
      return () => home(stage.desk);
    },
  },
  {
    name: 'health-screen-charts',
    isScrolled: true,
    async reach(stage) {
      const { desk } = stage;
      await openScreen(stage, stage.desk);
      await bringUp(desk.page, 'health-legibility');
      return () => home(desk);
    },
  },
];
