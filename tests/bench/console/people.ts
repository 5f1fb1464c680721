import type { Browser, Page } from 'playwright';
import { addPerson, openDesk } from '../../support/console.ts';
import { startPlayedHall } from '../../support/played-hall.ts';
import { distribution, type Row } from '../row.ts';

const password = 'a long password for benches';
const pins = { Aliya: '4071', Dana: '5209' } as const;

/**
 * What people see of each other: how soon a colleague's console that closes is gone from the header, and how soon the
 * shared tablet is somebody else's, from the first key of the change to the new name in the header, with no time to
 * think. The tablet is a page at 768 px.
 */
export async function measurePeople(browser: Browser, n: number): Promise<readonly Row[]> {
  const hall = await startPlayedHall();
  const { controller } = hall;
  try {
    for (const name of Object.keys(pins)) await addPerson(controller, name, 'operator', password);
    const aliya = await openDesk(browser, controller.url, { name: 'Aliya', password });
    const dana = await openDesk(browser, controller.url, { name: 'Dana', password });
    const gone: number[] = [];
    const goneOnceLeft: number[] = [];
    await dana.page.addInitScript(() => {
      if (location.href !== 'about:blank')
        addEventListener('pagehide', () => localStorage.setItem('bench-left', String(Date.now())));
    });
    for (let turn = -2; turn < n; turn += 1) {
      await dana.page.goto(controller.url);
      await aliya.page.waitForFunction(seesOthers, true);
      const seen = aliya.page.evaluate(othersGone);
      const left = Date.now();
      void dana.page.evaluate(() => location.replace('about:blank')).catch(() => undefined);
      const at = await seen;
      await dana.page.goto(controller.url);
      const leftAt = Number(await dana.page.evaluate(() => localStorage.getItem('bench-left')));
      if (turn < 0) continue;
      gone.push(at - left);
      goneOnceLeft.push(at - leftAt);
    }
    for (const [name, desk] of Object.entries({ Aliya: aliya, Dana: dana })) {
      const pin = pins[name as keyof typeof pins];
      const set = await desk.page.request.put(`${controller.url}/api/session/pin`, { data: { password, pin } });
      if (!set.ok()) throw new Error(`${name} has no PIN: ${set.status()} ${await set.text()}`);
    }
    const paired = await controller.post('/api/tablets', { name: 'At the door' });
    const [name = '', value = ''] = paired.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
    await aliya.context.addCookies([{ name, value, url: controller.url }]);
    await dana.context.close();
    await aliya.page.setViewportSize({ width: 768, height: 1024 });
    const changed: number[] = [];
    for (let turn = -2; turn < n; turn += 1)
      changed.push(await changeTo(aliya.page, turn % 2 === 0 ? 'Dana' : 'Aliya'));
    const head = { subject: 'shanyraq', unit: 'ms' };
    return [
      distribution({ ...head, case: 'two consoles: one closes', metric: 'gone from the other’s header after' }, gone),
      // Until then its browser still has the page and its connection.
      distribution(
        { ...head, case: 'two consoles: one closes', metric: 'the same after its browser has left the page' },
        goneOnceLeft,
      ),
      distribution(
        { ...head, case: 'shared tablet: another person by PIN', metric: 'first key to the new name' },
        changed.slice(2),
      ),
    ];
  } finally {
    for (const context of browser.contexts()) await context.close();
    await hall.stop();
  }
}

async function changeTo(page: Page, name: keyof typeof pins): Promise<number> {
  const from = Date.now();
  await page.keyboard.press('KeyW');
  await page.locator('who-dialog [data-person]', { hasText: name }).press('Enter');
  await page.keyboard.type(pins[name]);
  await page.keyboard.press('Enter');
  await page.locator(`header-bar .person[data-name="${name}"]`).waitFor();
  return Date.now() - from;
}

function seesOthers(wanted: boolean): boolean {
  const header = document.querySelector('console-app')?.shadowRoot?.querySelector('header-bar')?.shadowRoot;
  return Boolean(header?.querySelector('.others')) === wanted;
}

function othersGone(): Promise<number> {
  const header = document.querySelector('console-app')?.shadowRoot?.querySelector('header-bar')?.shadowRoot;
  return new Promise((resolve) => {
    const look = (): void => {
      if (header?.querySelector('.others')) requestAnimationFrame(look);
      else resolve(Date.now());
    };
    look();
  });
}
