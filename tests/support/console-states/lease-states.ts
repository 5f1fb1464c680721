import { home, releaseAll, type ConsoleState } from './stage.ts';

const welcome = { targets: ['statehood', 'map'], scene: 'welcome', policy: 'go', reason: 'A delegation of 12' };

/** What a colleague holds is asked for with a reason, and what was one's own and is lost is told. */
export const leaseStates: readonly ConsoleState[] = [
  {
    name: 'dialog-reason',
    async reach(stage) {
      const { desk, controller } = stage;
      await home(desk);
      await controller.post('/api/takes', welcome);
      await desk.page.locator('foot-bar [data-act=release]:enabled', { hasText: 'admin' }).waitFor();
      await desk.key('KeyR');
      await desk.page.locator('reason-dialog dialog[open]').waitFor();
      return async () => {
        await home(desk);
        await releaseAll(stage);
      };
    },
  },
  {
    name: 'hall-lost',
    async reach(stage) {
      const { desk, controller } = stage;
      await desk.page.evaluate(async (body) => {
        await fetch('/api/takes', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      }, JSON.stringify(welcome));
      await controller.post('/api/takes', { ...welcome, scene: 'entrance', reason: 'The minister is here' });
      await desk.page.locator('[data-lost]').first().waitFor();
      return async () => {
        for (const lost of await desk.page.locator('[data-lost] button').all()) await lost.click();
        await releaseAll(stage);
        for (const lost of await desk.page.locator('[data-lost] button').all()) await lost.click();
      };
    },
  },
];
