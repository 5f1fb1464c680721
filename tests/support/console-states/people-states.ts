import { addPerson } from '../console.ts';
import { home, type ConsoleState, type Stage } from './stage.ts';

/** A dialog of the people view, by the button that opens it. */
const asked = (name: string, button: string, then?: (stage: Stage) => Promise<void>): ConsoleState => ({
  name: `people-${name}`,
  who: 'admin',
  async reach(stage) {
    const { admin } = stage;
    await home(admin);
    await admin.key('Digit6');
    await admin.page.locator(button).click();
    await admin.page.locator('dialog[open]').first().waitFor();
    await then?.(stage);
    return () => home(admin);
  },
});

/** Who may come in, and how. */
export const peopleStates: readonly ConsoleState[] = [
  {
    name: 'people',
    who: 'admin',
    async reach({ admin, controller, password }) {
      await addPerson(controller, 'Ерлан Мұқағалиұлы', 'technician', password);
      await addPerson(controller, 'Aigul', 'curator', password);
      await controller.post('/api/keys', {
        name: 'Building management',
        permissions: ['hall.see'],
        zones: null,
        days: 90,
      });
      await home(admin);
      await admin.key('Digit6');
      await admin.page.locator('people-list tbody tr').nth(4).waitFor();
      return () => home(admin);
    },
  },
  asked('add', 'people-list [data-act=add]'),
  asked('change', 'people-list tbody tr:last-child button'),
  asked('key', 'key-list [data-act=add-key]'),
  asked('password', 'my-access [data-matter=password]'),
  asked('second-factor', 'my-access [data-matter=second-factor]', async ({ admin: { page }, password }) => {
    await page.locator('access-dialog #present').fill(password);
    await page.locator('access-dialog form button').click();
    await page.locator('access-dialog svg.qr').waitFor();
  }),
  asked('who', 'header-bar .person'),
];
