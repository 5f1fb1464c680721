import { problem } from '#shared/problem.ts';
import { bareNames } from '#shared/words/names.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
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
    // A colleague was quicker than the news of it: it is the hall that asks.
    name: 'dialog-reason-refused',
    async reach({ desk }) {
      await home(desk);
      const held = [{ run: 'run-1', owner: 'Айгүл', screens: ['statehood'] }];
      const said = { ...runRefusals.needsReasonToCover(held)(bareNames) };
      const refused = {
        ...problem('conflict', said, [{ path: 'reason', message: 'missing: Айгүл holds statehood' }]),
        said,
      };
      await desk.page.route('**/api/takes', (route) => route.fulfill({ status: refused.status, json: refused }));
      await desk.page.evaluate(() => {
        const act = { do: 'take', body: { targets: ['statehood'], scene: 'welcome', policy: 'go' } };
        document.querySelector('console-app')?.dispatchEvent(new CustomEvent('act', { detail: act }));
      });
      await desk.page.locator('reason-dialog dialog[open]').waitFor();
      return async () => {
        await desk.page.unroute('**/api/takes');
        await home(desk);
      };
    },
  },
  {
    name: 'hall-lost',
    async reach(stage) {
      const { desk, controller } = stage;
      const mine = await desk.page.evaluate(async (body) => {
        const headers = { 'content-type': 'application/json' };
        const made = await fetch('/api/takes', { method: 'POST', headers, body });
        return ((await made.json()) as { readonly run: string }).run;
      }, JSON.stringify(welcome));
      await controller.post('/api/takes', { ...welcome, scene: 'entrance', reason: 'The minister is here' });
      await desk.page.locator('[data-lost]').first().waitFor();
      return async () => {
        // One at a time: each goes when the hall has heard that it was read, and the next is the first then.
        const lost = desk.page.locator('[data-lost]');
        while ((await lost.count()) > 0) {
          const id = await lost.first().getAttribute('data-lost');
          await lost.first().locator('button').click();
          await desk.page.locator(`[data-lost="${id}"]`).waitFor({ state: 'detached' });
        }
        await desk.page.evaluate(async (id) => {
          await fetch(`/api/runs/${id}`, { method: 'DELETE' });
        }, mine);
        await releaseAll(stage);
      };
    },
  },
];
