import { addPerson, openDesk, type DeskOptions } from '../console.ts';
import { password, type ConsoleStory } from '../console-story.ts';
import { byKeyboard, type Hands } from './hands.ts';

/** Lets somebody in, and sets them before a keyboard. */
export async function sitDown(
  { controller, browser }: Pick<ConsoleStory, 'controller' | 'browser'>,
  role: string,
  options: Omit<DeskOptions, 'password'>,
): Promise<Hands> {
  await addPerson(controller, options.name, role, password);
  return byKeyboard(await openDesk(browser, controller.url, { ...options, password }));
}

/** `done`, or where it got stuck and what the consoles said then. */
export async function outcome(task: () => Promise<void>, all: readonly Hands[]): Promise<string> {
  try {
    await task();
    return 'done';
  } catch (error) {
    const where = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const notices = await Promise.all(all.map(({ desk }) => desk.page.locator('.notices p').allInnerTexts()));
    return [where, ...notices.flat()].join('\n');
  }
}

/** Each lets go of whatever they were at, and is at the hall again. */
export async function startAfresh(all: readonly Hands[]): Promise<void> {
  await Promise.all(
    all.map(async (hands) => {
      for (let press = 0; press < 3; press += 1) await hands.press('Escape');
      await hands.press('Digit1');
      // Two changes of view within one breath are one: the view that was open would stay as it was left.
      await hands.desk.page.locator('hall-view, sign-in').first().waitFor();
      for (let press = 0; press < 2; press += 1) await hands.press('Escape');
    }),
  );
}
