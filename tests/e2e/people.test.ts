import { mkdirSync, rmSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { totpCode } from '../../controller/adapters/identity/totp.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const patience = { timeout: 15_000, interval: 50 };
const password = 'the wind of the steppe';

describe('people and their ways in, at the console', () => {
  const config = alwaysOpenConfig();
  const said: string[] = [];
  let controller: TestController;
  let browser: Browser;
  let admin: Page;

  async function openContext(): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(patience.timeout);
    return context;
  }
  async function signIn(context: BrowserContext, name: string, secret: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${controller.url}/`);
    await page.locator('sign-in #name').fill(name);
    await page.locator('sign-in #password').fill(secret);
    await page.locator('sign-in form button').click();
    return page;
  }
  /** A dangerous button is held. */
  async function hold(button: Locator): Promise<void> {
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (box === null) throw new Error('the button is not there');
    const { mouse } = button.page();
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await mouse.down();
    await button.page().waitForTimeout(900);
    await mouse.up();
  }
  const people = async () =>
    (await controller.get('/api/people')) as { id: string; name: string; zones: string[] | null; disabled: boolean }[];

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    browser = await launchBrowser();
    const context = await openContext();
    const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
    await context.addCookies([{ name, value, url: controller.url }]);
    admin = await context.newPage();
    admin.on('pageerror', (error) => said.push(error.message));
    await admin.goto(`${controller.url}/#people`);
    await admin.locator('people-list tbody tr').first().waitFor();
    mkdirSync('reports', { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('adds somebody for a zone, who comes in by a link that leaves no trace, and is ended and switched off', async () => {
    await admin.locator('people-list [data-act=add]').click();
    const dialog = admin.locator('person-dialog dialog');
    await dialog.locator('#name').fill('Дана');
    await dialog.locator('[name=zone]').first().check();
    await dialog.locator('form button').first().click();
    const link = (await dialog.locator('once-shown code').textContent()) ?? '';
    expect(link).toContain('#sign-in=');
    const added = (await people()).find(({ name }) => name === 'Дана');
    expect(added?.zones).toHaveLength(1);
    await admin.keyboard.press('Escape');

    const context = await openContext();
    const dana = await context.newPage();
    await dana.goto(link);
    await dana.locator('header-bar').waitFor();
    expect(dana.url()).not.toContain('sign-in=');
    await dana.reload();
    await dana.locator('header-bar').waitFor();
    // Nothing in the history leads back to the link, and the link itself is used up.
    await dana.goBack();
    expect(dana.url()).not.toContain('sign-in=');
    const again = await openContext();
    const late = await again.newPage();
    await late.goto(link);
    await late.locator('sign-in .refused').waitFor();
    await again.close();
    await dana.goto(`${controller.url}/#people`);
    await dana.locator('my-access [data-matter=password]').click();
    await dana.locator('access-dialog #fresh').fill(password);
    await dana.locator('access-dialog form button').click();
    await dana.locator('my-access [data-matter=pin]').waitFor();
    // An operator sees their own ways in, and nobody else's.
    expect(await dana.locator('people-list, key-list, tablet-list').count()).toBe(0);

    const row = admin.locator('session-list tr', { hasText: 'Дана' });
    await row.locator('button').click();
    await dana.locator('sign-in').waitFor();
    await admin.locator(`tr[data-person="${added?.id}"] button`).click();
    await dialog.locator('[data-act=switch]').click();
    await vi.waitUntil(async () => (await people()).find(({ name }) => name === 'Дана')?.disabled === true, patience);
    await admin.keyboard.press('Escape');
    await admin.locator('tr.off', { hasText: 'Дана' }).waitFor();
    await dana.close();
    const barred = await signIn(context, 'Дана', password);
    expect(await barred.locator('sign-in .refused').textContent()).toContain('switched off');
    await context.close();
  });

  it('says why the last admin stays', async () => {
    await admin.locator('tr[data-person=admin] button').click();
    const dialog = admin.locator('person-dialog dialog');
    await hold(dialog.locator('[data-act=remove]'));
    expect(await dialog.locator('.error').textContent()).toContain('the only admin');
    await admin.keyboard.press('Escape');
    expect((await people()).some(({ id }) => id === 'admin')).toBe(true);
  });

  it('makes a key that is shown once and works until it is revoked', async () => {
    await admin.locator('key-list [data-act=add-key]').click();
    const dialog = admin.locator('key-dialog dialog');
    await dialog.locator('#name').fill('Building management');
    await dialog.locator('form button').click();
    const key = (await dialog.locator('once-shown code').textContent()) ?? '';
    const status = async () =>
      (await fetch(`${controller.url}/api/hall`, { headers: { Authorization: `Bearer ${key}` } })).status;
    expect(await status()).toBe(200);
    // What had the focus is gone from the dialog; its keys are still not the hall's.
    await admin.keyboard.press('Digit1');
    expect(new URL(admin.url()).hash).toBe('#people');
    await admin.keyboard.press('Escape');
    await admin.locator('key-list tr', { hasText: 'Building management' }).waitFor();
    expect(await admin.content()).not.toContain(key);
    await hold(admin.locator('key-list tr', { hasText: 'Building management' }).locator('hold-button'));
    await vi.waitUntil(async () => (await status()) === 401, patience);
  });

  it('sets up a second factor, which is asked for from then on, and recovery codes that work once', async () => {
    await controller.post('/api/people', { name: 'Самал', role: 'technician', password });
    const context = await openContext();
    const page = await signIn(context, 'Самал', password);
    await page.locator('header-bar').waitFor();
    await page.goto(`${controller.url}/#people`);
    await page.locator('my-access [data-matter=second-factor]').click();
    const dialog = page.locator('access-dialog dialog');
    await dialog.locator('#present').fill(password);
    await dialog.locator('form button').click();
    expect(await dialog.locator('svg.qr path').getAttribute('d')).toMatch(/^M/);
    const secret = (await dialog.locator('.scan code').textContent()) ?? '';
    await page.screenshot({ path: 'reports/second-factor.png' });
    await dialog.locator('#digits').fill(totpCode(secret, Math.floor(Date.now() / 30_000)));
    await dialog.locator('form button').click();
    const codes = ((await dialog.locator('once-shown code').textContent()) ?? '').split('\n');
    expect(codes).toHaveLength(10);
    await page.keyboard.press('Escape');

    await page.locator('header-bar .person').click();
    await page.locator('who-dialog [data-act=sign-out]').click();
    await page.locator('sign-in #name').fill('Самал');
    await page.locator('sign-in #password').fill(password);
    await page.locator('sign-in form button').click();
    await page.locator('sign-in #digits').fill(codes[0] ?? '');
    await page.locator('sign-in form button').click();
    await page.locator('header-bar').waitFor();
    await context.close();
    const other = await openContext();
    const once = await signIn(other, 'Самал', password);
    await once.locator('sign-in #digits').fill(codes[0] ?? '');
    await once.locator('sign-in form button').click();
    await vi.waitUntil(
      async () => (await once.locator('sign-in .refused').textContent())?.includes('not right') === true,
      patience,
    );
    await other.close();
  });

  it('fits a tablet in every language, dark and light', async () => {
    await admin.goto(`${controller.url}/#people`);
    await admin.locator('people-list tbody tr').first().waitFor();
    const languages = new Set<string>();
    for (const theme of ['dark', 'light']) {
      for (let turn = 0; turn < 3; turn++) {
        const language =
          (await admin.locator('header-bar .tool', { hasText: /^\s*(kk|ru|en)\s*$/ }).textContent())?.trim() ?? '';
        languages.add(language);
        for (const width of [768, 1440]) {
          await admin.setViewportSize({ width, height: 1024 });
          const tooWide = await admin.evaluate(() => {
            const inner = document.querySelector('console-app')?.shadowRoot;
            const wide = (element: Element | null | undefined) =>
              element === null || element === undefined ? NaN : element.scrollWidth - element.clientWidth;
            return [
              wide(document.documentElement),
              wide(inner?.querySelector('header-bar')),
              wide(inner?.querySelector('people-view')),
            ];
          });
          expect([language, width, tooWide]).toEqual([language, width, [0, 0, 0]]);
          await admin.screenshot({ path: `reports/people-${theme}-${language}-${width}.png` });
        }
        await admin.keyboard.press('Shift+KeyG');
      }
      await admin.keyboard.press('Shift+KeyL');
    }
    expect([...languages].toSorted()).toEqual(['en', 'kk', 'ru']);
    await admin.setViewportSize({ width: 1440, height: 900 });
  });

  it('pairs a player by the code that it shows, has its token changed, and revokes it', async () => {
    const context = await openContext();
    const player = await context.newPage();
    await player.goto(`${controller.url}/display/`);
    const shown = player.locator('pairing-screen .code:not(.waiting)');
    const code = (await shown.textContent()) ?? '';
    await admin.goto(`${controller.url}/#screen=map`);
    const pairing = admin.locator('health-pairing');
    await pairing.locator('#code').fill('nocode');
    await pairing.locator('form button').click();
    expect(await pairing.locator('.error').textContent()).toContain('No player shows');
    await pairing.locator('#code').fill(` ${code.toLowerCase()} `);
    await pairing.locator('form button').click();
    await player.locator('.player').waitFor();
    await pairing.locator('[data-act=renew]').click();
    await player.waitForFunction(() => localStorage.getItem('shanyraq.pairing')?.includes('"next"') === true);
    await pairing.locator('[data-act=link]').click();
    await pairing.locator('[role=status]', { hasText: '#pair=' }).waitFor();
    await admin.screenshot({ path: 'reports/pairing.png', fullPage: true });
    await hold(pairing.locator('[data-act=revoke]'));
    await shown.waitFor();
    expect(await player.evaluate(() => localStorage.getItem('shanyraq.pairing'))).toBeNull();
    await context.close();
    expect(said).toEqual([]);
  });
});
