import { expect } from 'vitest';
import type { ScreenState } from '#shared/facts.ts';
import { patience } from '../console-story.ts';
import { mostBrightness } from '../player-machine.ts';
import { answer, openScreen } from './technician-tasks.ts';
import type { Keepers, Task } from './task.ts';

type Host = NonNullable<ScreenState['host']>;

const host = async ({ story, wall }: Keepers): Promise<Host | undefined> =>
  ((await story.controller.get(`/api/screens/${wall.screen}`)) as ScreenState).host;
const plays = ({ story, wall }: Keepers): Promise<boolean> => story.until(() => wall.host().shows());

/** What goes from the console by the controller to the player host, and from there into its machine. */
export const machineTasks: readonly Task<Keepers>[] = [
  {
    handbook: 'technician',
    task: 'set a screen’s volume and its brightness',
    async does(keepers) {
      const { story, daulet, wall } = keepers;
      await plays(keepers);
      await story.until(async () => (await host(keepers))?.can.includes('brightness') === true);
      await openScreen(daulet, wall.screen);
      await daulet.tabTo('[data-act=volume]');
      // Quicker than the screen answers: the last is what is wanted.
      for (let step = 0; step < 4; step += 1) await daulet.press('ArrowLeft');
      // Its host asks the machine other things as well, now and then.
      const lastSet = () => wall.machine.called().findLast((call) => call.startsWith('wpctl set-volume'));
      await expect.poll(lastSet, patience).toMatch(/^wpctl set-volume \S+ 30%$/);
      await answer(daulet, 'Volume is 30');
      await daulet.isAt('[data-act=volume]');
      await daulet.tabTo('[data-act=brightness]');
      await daulet.press('End');
      await expect.poll(() => wall.machine.brightness(), patience).toBe(mostBrightness);
      await answer(daulet, 'Brightness is 100');
    },
  },
  {
    handbook: 'technician',
    task: 'restart a player by its player host',
    async does(keepers) {
      const { story, erlan, wall } = keepers;
      await plays(keepers);
      const before = (await host(keepers))?.browser.restarts ?? 0;
      await openScreen(erlan, wall.screen);
      await erlan.tabTo('[data-act=restart-player]');
      await erlan.press('Enter');
      await answer(erlan, 'The screen did it');
      await erlan.isAt('[data-act=restart-player]:enabled');
      await story.until(async () => ((await host(keepers))?.browser.restarts ?? 0) > before);
    },
  },
  {
    handbook: 'technician',
    task: 'reboot a player’s machine',
    async does(keepers) {
      const { story, daulet, wall } = keepers;
      await plays(keepers);
      await openScreen(daulet, wall.screen);
      await daulet.tabTo('button', { says: 'Reboot' });
      // A slip does nothing.
      await daulet.press('Space');
      await daulet.press('Space', { heldMs: 1000 });
      await answer(daulet, 'The screen did it');
      expect(wall.machine.called().filter((call) => call.startsWith('systemctl reboot'))).toHaveLength(1);
      expect(await host(keepers)).toBeUndefined();
      await daulet.isAt('button:enabled', 'Reboot');
      wall.switchOn();
      await plays(keepers);
      await story.until(async () => (await host(keepers)) !== undefined);
    },
  },
];
