import { expect } from 'vitest';
import { squarePin, type CornerPin } from '#shared/corner-pin.ts';
import type { ScreenState } from '#shared/facts.ts';
import type { Hall, Screen } from '#shared/hall.ts';
import { patience } from '../console-story.ts';
import { present } from '../present.ts';
import type { Hands } from './hands.ts';
import type { Keepers, Task } from './task.ts';

const map = 'map';
const state = async ({ story }: Keepers): Promise<ScreenState> =>
  (await story.controller.get(`/api/screens/${map}`)) as ScreenState;
const screen = async ({ story }: Keepers): Promise<Screen> =>
  present(((await story.controller.get('/api/hall')) as Hall).screens.find((one) => one.id === map));

/** The page of the screen, from the wall of all. */
export async function openScreen(hands: Hands, id: string = map): Promise<void> {
  await hands.press('Digit5');
  await hands.desk.page.locator('health-wall a').first().waitFor();
  await hands.press('ArrowDown');
  await hands.isAt('a[data-screen]');
  // What is wrong comes first on the wall: a screen may move up while it is looked for.
  const sweep = [...Array.from({ length: 13 }, () => 'ArrowDown'), 'Home'];
  await hands.walkAbout(sweep, `a[href="#screen=${id}"]`);
  await hands.press('Enter');
  await hands.desk.page.locator('health-screen').waitFor();
}

/** Each letter and digit by its place, whatever the layout writes there. */
async function typeByPlace(hands: Hands, text: string): Promise<void> {
  for (const sign of text) await hands.press(/\d/.test(sign) ? `Digit${sign}` : `Key${sign.toUpperCase()}`);
}

export const answer = (hands: Hands, words: string) =>
  hands.desk.page.locator('health-actions [role=status]', { hasText: words }).waitFor();

async function codeOn({ player }: Keepers): Promise<string> {
  const shown = player.locator('pairing-screen .code:not(.waiting)');
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
}

const onOneScreen: readonly Task<Keepers>[] = [
  {
    handbook: 'technician',
    task: 'pair a player by the code that it shows, identify it, see the test picture, reload it',
    async does(people) {
      const { daulet, player } = people;
      const code = await codeOn(people);
      await openScreen(daulet);
      await daulet.press('KeyP');
      await daulet.isAt('#code');
      await typeByPlace(daulet, code);
      expect(await daulet.desk.page.locator('#code').inputValue()).toBe(code.toLowerCase());
      await daulet.press('Enter');
      await daulet.desk.page.locator('health-pairing [role=status]', { hasText: 'Paired' }).waitFor();
      await player.locator('.player[data-scene]').waitFor();
      await daulet.press('Escape');
      await daulet.press('KeyN');
      await player.locator('overlay-ident').waitFor();
      await answer(daulet, 'The screen did it');
      await daulet.press('KeyG');
      await player.locator('overlay-grid').waitFor();
      await daulet.desk.page.locator('[data-act=reload]:enabled').waitFor();
      await daulet.tabTo('[data-act=reload]', { back: true });
      await daulet.press('Enter');
      // Whoever has pressed a button is still there when the answer comes.
      await daulet.isAt('[data-act=reload]:enabled');
      await answer(daulet, 'The screen did it');
    },
  },
  {
    handbook: 'technician',
    task: 'set the corners: choose, fine and coarse, keep; give up; straighten',
    async does(people) {
      const { story, erlan, player } = people;
      const { widthPx, heightPx } = await screen(people);
      const tried = async (): Promise<CornerPin> => (await state(people)).trial?.cornerPin ?? squarePin;
      const kept = async (): Promise<CornerPin> => (await screen(people)).cornerPin ?? squarePin;
      await openScreen(erlan);
      await erlan.press('KeyQ');
      await erlan.isAt('g', 'Corner 1');
      await player.locator('corner-handles').waitFor();
      await erlan.press('Digit2');
      await erlan.isAt('g', 'Corner 2');
      for (let pixel = 0; pixel < 3; pixel += 1) await erlan.press('ArrowLeft');
      await erlan.press('ArrowDown', { shift: true });
      await expect
        .poll(async () => {
          const [x, y] = (await tried()).topRight;
          return [Math.round((1 - x) * widthPx), Math.round(y * heightPx)];
        }, patience)
        .toEqual([3, 10]);
      expect(await kept()).toEqual(squarePin);
      await erlan.press('Enter');
      await erlan.isAt('[data-act=corners]');
      const mine = await kept();
      expect(Math.round((1 - mine.topRight[0]) * widthPx)).toBe(3);

      await erlan.press('Enter');
      await erlan.isAt('g', 'Corner');
      await erlan.press('Digit4');
      await erlan.isAt('g', 'Corner 4');
      await erlan.press('ArrowUp', { shift: true });
      await expect.poll(tried, patience).not.toEqual(mine);
      await erlan.tabTo('[data-act=give-up]');
      await erlan.press('Enter');
      await erlan.isAt('[data-act=corners]');
      expect(await kept()).toEqual(mine);

      await erlan.press('Enter');
      await erlan.isAt('g', 'Corner');
      await erlan.tabTo('[data-act=square]');
      await erlan.press('Enter');
      await expect.poll(tried, patience).toEqual(squarePin);
      await erlan.tabTo('[data-act=keep]', { back: true });
      await erlan.press('Enter');
      await story.until(async () => (await state(people)).trial === undefined);
      expect(await kept()).toEqual(squarePin);
    },
  },
  {
    handbook: 'technician',
    task: 'set the output delay',
    async does(people) {
      const { story, daulet } = people;
      await openScreen(daulet);
      await daulet.tabTo('#delay');
      await daulet.figures('33.5');
      await daulet.press('Enter');
      await story.until(async () => (await screen(people)).outputDelayMs === 33.5);
    },
  },
  {
    handbook: 'technician',
    task: 'keep a player out, let it in; touch off and on; start maintenance, end it',
    async does(people) {
      const { story, erlan } = people;
      const isOut = async (): Promise<boolean> => /kept out/.test((await state(people)).health.reason ?? '');
      await openScreen(erlan);
      await erlan.tabTo('button', { says: 'Keep player out' });
      await erlan.press('Space', { heldMs: 1000 });
      await story.until(isOut);
      await erlan.tabTo('[data-act=release]:enabled');
      await erlan.press('Enter');
      await story.until(async () => !(await isOut()));
      // Until the player has come back the acts on it wait.
      await erlan.desk.page.locator('[data-act=touch-off]:enabled').waitFor();
      await erlan.tabTo('[data-act=touch-off]:enabled', { back: true });
      await erlan.press('Enter');
      await story.until(async () => (await screen(people)).touchOff === true);
      await erlan.isAt('[data-act=touch-on]:enabled');
      await erlan.press('Enter');
      await story.until(async () => (await screen(people)).touchOff !== true);
      await erlan.tabTo('button', { says: 'Start maintenance' });
      await erlan.press('Enter');
      await story.until(async () => (await state(people)).health.state === 'maintenance');
      await erlan.isAt('button', 'End maintenance');
      await erlan.press('Enter');
      await story.until(async () => (await state(people)).health.state !== 'maintenance');
    },
  },
  {
    handbook: 'technician',
    task: 'look at its last day and month, and go back to all screens',
    async does({ erlan }) {
      const { page } = erlan.desk;
      await openScreen(erlan);
      for (const span of ['Day', 'Month']) {
        await erlan.tabTo('button', { says: span });
        const [read] = await Promise.all([
          page.waitForResponse((response) => response.url().includes('/series?')),
          erlan.press('Enter'),
        ]);
        expect(read.status()).toBe(200);
        await erlan.isAt('[aria-pressed=true]', span);
      }
      await erlan.press('Backspace');
      await page.locator('health-wall').waitFor();
    },
  },
];

const inTheHall: readonly Task<Keepers>[] = [
  {
    handbook: 'technician',
    task: 'see an incident, take it, and write what it is',
    async does(people) {
      const { story, daulet, player } = people;
      const note = async () => {
        const all = (await story.controller.get('/api/incidents')) as {
          still: string[];
          note?: { acknowledged?: { by: string } | null; assignee?: string | null; comments?: { text: string }[] };
        }[];
        return all.find(({ still }) => still.includes(map))?.note;
      };
      const { page } = daulet.desk;
      const address = player.url();
      await player.goto('about:blank');
      await openScreen(daulet);
      await page.locator('health-incidents [data-incident]').first().waitFor();
      await daulet.tabTo('button', { says: 'I have seen it' });
      await daulet.press('Enter');
      await story.until(async () => (await note())?.acknowledged?.by === 'Daulet');
      await daulet.tabTo('button', { says: 'I take it' });
      await daulet.press('Enter');
      await story.until(async () => (await note())?.assignee === 'Daulet');
      await daulet.tabTo('[name=comment]');
      await daulet.write('Кабель босап қалған');
      await daulet.press('Enter');
      await expect.poll(async () => (await note())?.comments?.[0]?.text, patience).toBe('Кабель босап қалған');
      await player.goto(address);
      await player.locator('.player[data-scene]').waitFor();
    },
  },
  {
    handbook: 'technician',
    task: 'make a link for a spare, renew the token, revoke it',
    async does(people) {
      const { erlan } = people;
      const said = (words: string) => erlan.desk.page.locator('health-pairing .said', { hasText: words }).waitFor();
      await openScreen(erlan);
      await erlan.press('KeyP');
      await erlan.isAt('#code');
      await erlan.tabTo('[data-act=link]');
      await erlan.press('Enter');
      await said('#pair=');
      await erlan.tabTo('[data-act=renew]');
      await erlan.press('Enter');
      await said('new token');
      await erlan.tabTo('button', { says: 'revoke' });
      await erlan.press('Space', { heldMs: 1000 });
      await said('Revoked');
      expect(await codeOn(people)).not.toBe('');
    },
  },
  {
    handbook: 'technician',
    task: 'set the PIN for cleaning, and take it away',
    async does({ daulet }) {
      const { page } = daulet.desk;
      const said = (words: string) => page.locator('health-cleaning [role=status]', { hasText: words }).waitFor();
      await daulet.press('Digit5');
      await said('No PIN');
      await daulet.tabTo('[inputmode=numeric]');
      await typeByPlace(daulet, '2749');
      expect(await page.locator('health-cleaning input').inputValue()).toBe('2749');
      await daulet.press('Enter');
      await said('A PIN is set');
      await daulet.tabTo('button', { says: 'Take the PIN away' });
      await daulet.press('Enter');
      await said('No PIN');
    },
  },
  {
    handbook: 'technician',
    task: 'look at the month before, and save it for a report',
    async does({ erlan }) {
      const { page } = erlan.desk;
      await erlan.press('Digit5');
      await page.locator('health-availability').waitFor();
      await erlan.tabTo('button', { says: 'Last month' });
      await erlan.press('Enter');
      await erlan.isAt('[aria-pressed=true]', 'Last month');
      const [file] = await Promise.all([page.waitForEvent('download'), erlan.press('KeyS', { shift: true })]);
      expect(file.suggestedFilename()).toMatch(/^availability-\d{4}-\d{2}\.csv$/);
    },
  },
  {
    handbook: 'technician',
    task: 'make this browser a shared tablet, and a stranger again',
    async does({ story, daulet }) {
      const tablets = async (): Promise<readonly string[]> =>
        ((await story.controller.get('/api/tablets')) as { name: string }[]).map(({ name }) => name);
      const before = await tablets();
      await daulet.press('Digit6');
      await daulet.desk.page.locator('#tablet').waitFor();
      await daulet.tabTo('#tablet');
      await daulet.write('By the relief');
      await daulet.press('Enter');
      await story.until(async () => (await tablets()).includes('By the relief'));
      await daulet.desk.page.locator('#tablet').waitFor({ state: 'detached' });
      await daulet.tabTo('tablet-list button, button', { says: 'stranger' });
      await daulet.press('Enter', { heldMs: 1000 });
      await story.until(async () => (await tablets()).length === before.length);
    },
  },
];

export const technicianTasks: readonly Task<Keepers>[] = [...onOneScreen, ...inTheHall];
