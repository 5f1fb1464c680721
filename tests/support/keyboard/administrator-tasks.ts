import { expect } from 'vitest';
import { totpCode } from '../../../controller/adapters/identity/totp.ts';
import { openDesk } from '../console.ts';
import { password, patience } from '../console-story.ts';
import { present } from '../present.ts';
import type { Hands } from './hands.ts';
import type { Keepers, Task } from './task.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly zones: readonly string[] | null;
  readonly disabled: boolean;
  readonly hasSecondFactor: boolean;
}

const fresh = 'the wind of the steppe';

const find = async ({ story }: Keepers, name: string): Promise<Listed | undefined> =>
  ((await story.controller.get('/api/people')) as readonly Listed[]).find((person) => person.name === name);

/** Whether name and password let somebody in, or ask for no more than the second factor. */
async function letsIn({ story }: Keepers, name: string, secret: string): Promise<boolean> {
  const response = await fetch(`${story.controller.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password: secret }),
  });
  return response.ok;
}

async function openPeople(hands: Hands): Promise<void> {
  await hands.press('Digit6');
  await hands.desk.page.locator('people-list tbody tr').first().waitFor();
}

async function openPerson(hands: Hands, name: string): Promise<void> {
  await openPeople(hands);
  await hands.tabTo('people-list button, td button', { says: `Change ${name}` });
  await hands.press('Enter');
  await hands.desk.page.locator('person-dialog h1', { hasText: name }).waitFor();
}

const said = ({ desk }: Hands, words: string): Promise<void> =>
  desk.page.locator('person-dialog [role=status]', { hasText: words }).waitFor();

/**
 * What the administrator's handbook has people do in the console. Installing, TLS, the firewall, notices, monitoring,
 * backup, import and export of the hall, updates and `reset-admin` are done at a shell. What it says of tablets, tokens
 * and pairings is done where technicians do it, and is played there.
 */
const people: readonly Task<Keepers>[] = [
  {
    handbook: 'administrator',
    task: 'add somebody for one zone, with a link that signs in once',
    async does(keepers) {
      const { story, asel } = keepers;
      const { page } = asel.desk;
      await openPeople(asel);
      await asel.press('KeyN');
      await asel.isAt('#name');
      await asel.write('Дана');
      await asel.tabTo('[name=zone]');
      await asel.press('Space');
      await asel.tabTo('button', { says: 'Add' });
      await asel.press('Enter');
      await page.locator('person-dialog once-shown code').waitFor();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await asel.tabTo('button', { says: 'Copy', back: true });
      await asel.press('Enter');
      await page.locator('once-shown button', { hasText: 'Copied' }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const newcomer = await (await story.browser.newContext()).newPage();
      await newcomer.goto(link);
      await newcomer.locator('header-bar .person[data-name="Дана"]').waitFor();
      await newcomer.context().close();
      expect((await find(keepers, 'Дана'))?.zones).toHaveLength(1);
    },
  },
  {
    handbook: 'administrator',
    task: 'give somebody another name, another role, the whole hall and another password',
    async does(keepers) {
      const { story, asel } = keepers;
      await openPerson(asel, 'Дана');
      await asel.isAt('#name');
      await asel.write('Dana Serik');
      await asel.tabTo('#role');
      await asel.choose('technician');
      await asel.tabTo('[name=zone]:checked');
      await asel.press('Space');
      await asel.tabTo('button', { says: 'Save' });
      await asel.press('Enter');
      await said(asel, 'Saved');
      expect(await find(keepers, 'Dana Serik')).toMatchObject({ role: 'technician', zones: null });
      await asel.tabTo('#password');
      await asel.write(fresh);
      await asel.press('Enter');
      await said(asel, 'The password is set');
      await story.until(() => letsIn(keepers, 'Dana Serik', fresh));
    },
  },
  {
    handbook: 'administrator',
    task: 'end somebody’s session; switch them off, and on again; remove them',
    async does(keepers) {
      const { story, asel } = keepers;
      const theirs = await openDesk(story.browser, story.controller.url, { name: 'Dana Serik', password: fresh });
      await openPeople(asel);
      const sessions = asel.desk.page.locator('session-list tr', { hasText: 'Dana Serik' });
      const isDisabled = async (): Promise<boolean | undefined> => (await find(keepers, 'Dana Serik'))?.disabled;
      // The page that she has open, and those from before.
      while ((await letsStay(theirs.page)) && (await sessions.count()) > 0) {
        const left = await sessions.count();
        await asel.tabTo('td button', { says: 'End this session of Dana Serik' });
        await asel.press('Enter');
        await expect.poll(() => sessions.count(), patience).toBe(left - 1);
      }
      await theirs.page.locator('sign-in').waitFor();
      await theirs.context.close();
      await openPerson(asel, 'Dana Serik');
      for (const off of [true, false]) {
        await asel.tabTo('[data-act=switch]');
        await asel.press('Enter');
        await expect.poll(isDisabled, patience).toBe(off);
        // The button does what it says: until the console has heard, that is what it has just done.
        await asel.desk.page.locator('[data-act=switch]', { hasText: off ? 'Switch on' : 'Switch off' }).waitFor();
        expect(await letsIn(keepers, 'Dana Serik', fresh)).toBe(!off);
      }
      await asel.tabTo('button', { says: 'remove' });
      await asel.press('Space', { heldMs: 1000 });
      await expect.poll(() => find(keepers, 'Dana Serik'), patience).toBeUndefined();
    },
  },
];

/** Whether a console is still signed in. */
const letsStay = async (page: Hands['desk']['page']): Promise<boolean> => (await page.locator('sign-in').count()) === 0;

const access: readonly Task<Keepers>[] = [
  {
    handbook: 'administrator',
    task: 'set up a second factor, and do without it',
    async does(keepers) {
      const { asel } = keepers;
      const { page } = asel.desk;
      const hasOne = async (): Promise<boolean | undefined> => (await find(keepers, 'Asel'))?.hasSecondFactor;
      await openPeople(asel);
      await asel.tabTo('[data-matter=second-factor]');
      await asel.press('Enter');
      await asel.isAt('#present');
      await asel.write(password);
      await asel.press('Enter');
      const secret = (await page.locator('access-dialog .scan code').textContent()) ?? '';
      await asel.isAt('#digits');
      await asel.figures(totpCode(secret, Math.floor(Date.now() / 30_000)));
      await asel.press('Enter');
      await page.locator('access-dialog once-shown code').waitFor();
      await asel.tabTo('button', { says: 'Done' });
      await asel.press('Enter');
      await expect.poll(hasOne, patience).toBe(true);
      await asel.tabTo('[data-matter=no-second-factor]');
      await asel.press('Enter');
      await asel.isAt('#present');
      await asel.write(password);
      await asel.press('Enter');
      await expect.poll(hasOne, patience).toBe(false);
    },
  },
  {
    handbook: 'administrator',
    task: 'take the second factor of a lost phone away',
    async does(keepers) {
      const { story, asel, erlan } = keepers;
      const { request } = erlan.desk.page;
      const path = `${story.controller.url}/api/session/second-factor`;
      const begun = (await (await request.post(path, { data: { password } })).json()) as { readonly secret: string };
      const code = totpCode(begun.secret, Math.floor(Date.now() / 30_000));
      expect((await request.put(path, { data: { code } })).ok()).toBe(true);
      await openPerson(asel, 'Erlan');
      await asel.tabTo('[data-act=drop-second]');
      await asel.press('Enter');
      await said(asel, 'taken away');
      expect((await find(keepers, 'Erlan'))?.hasSecondFactor).toBe(false);
    },
  },
  {
    handbook: 'administrator',
    task: 'choose another password of one’s own',
    async does(keepers) {
      const { asel } = keepers;
      await openPeople(asel);
      await asel.tabTo('[data-matter=password]');
      await asel.press('Enter');
      await asel.isAt('#present');
      await asel.write(password);
      await asel.tabTo('#fresh');
      await asel.write(fresh);
      await asel.press('Enter');
      await asel.desk.page.locator('access-dialog dialog[open]').waitFor({ state: 'detached' });
      expect(await letsIn(keepers, 'Asel', fresh)).toBe(true);
      expect(await letsIn(keepers, 'Asel', password)).toBe(false);
    },
  },
];

const systems: readonly Task<Keepers>[] = [
  {
    handbook: 'administrator',
    task: 'make a key for another system, for as many days as it needs, and revoke it',
    async does({ story, asel }) {
      const { page } = asel.desk;
      const name = 'Building management';
      const keys = async () => (await story.controller.get('/api/keys')) as { name: string; expiresAt: string }[];
      const mine = async () => (await keys()).find((key) => key.name === name);
      await openPeople(asel);
      await asel.tabTo('[data-act=add-key]');
      await asel.press('Enter');
      await asel.isAt('#name');
      await asel.write(name);
      await asel.tabTo('#days');
      await asel.figures('30');
      await asel.tabTo('[name=group][value=run]');
      await asel.press('Space');
      await asel.tabTo('button', { says: 'Make the key' });
      await asel.press('Enter');
      const key = (await page.locator('key-dialog once-shown code').textContent()) ?? '';
      const status = async (): Promise<number> =>
        (await fetch(`${story.controller.url}/api/hall`, { headers: { Authorization: `Bearer ${key}` } })).status;
      expect(await status()).toBe(200);
      const days = (Date.parse(present(await mine()).expiresAt) - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(30);
      await asel.press('Escape');
      await page.locator('key-list tr', { hasText: name }).waitFor();
      await asel.tabTo('button', { says: 'Hold: revoke' });
      await asel.press('Space', { heldMs: 1000 });
      await expect.poll(mine, patience).toBeUndefined();
      expect(await status()).toBe(401);
    },
  },
];

export const administratorTasks: readonly Task<Keepers>[] = [...people, ...access, ...systems];
