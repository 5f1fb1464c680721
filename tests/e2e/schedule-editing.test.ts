import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Hall, OpeningHours } from '#shared/hall.ts';
import { Rule, SpecialDay } from '#shared/schedule.ts';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const patience = { timeout: 20_000, interval: 100 };
/** The hall of these tests stands where clocks are changed: on 28 March 2027 at 02:00 they jump to 03:00. */
const config = alwaysOpenConfig();
const at = (local: string): number => Date.parse(`${local}:00+01:00`);
const livingAt = (local: string): Record<string, string> => ({
  CONFIG_DIR: config,
  CLOCK_OFFSET_MS: String(Math.round(at(local) - Date.now())),
});

describe('a schedule, edited', () => {
  let controller: TestController;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const said: string[] = [];

  async function open(url: string): Promise<void> {
    const [name = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
    await context.addCookies([{ name, value, url: controller.url }]);
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      // A conflict is an answer the browser notes as an error of the network.
      if (message.type() === 'error' && !message.text().includes('409')) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${controller.url}${url}`);
  }

  const editor = () => page.locator('rule-editor');
  const effect = () => page.locator('schedule-effect');
  const pane = (name: string) => page.locator(`[data-pane=${name}]`).click();
  async function save(): Promise<void> {
    await effect().locator('[data-act=save]:not([disabled])').click();
    await effect().waitFor({ state: 'detached' });
  }
  const rules = async () => z.array(Rule).parse(await controller.get('/api/schedule'));
  const hours = async () => OpeningHours.parse(await controller.get('/api/hours'));

  beforeAll(async () => {
    const file = join(config, 'hall.json');
    const hall = Hall.parse(JSON.parse(readFileSync(file, 'utf8')));
    writeFileSync(file, JSON.stringify({ ...hall, timeZone: 'Europe/Berlin' }));
    controller = await startTestController({ env: livingAt('2027-03-24T09:00') });
    const daily = { id: 'kazakhstan-way', show: 'kazakhstan-way', when: { cron: '0 11 * * *' }, targets: 'all' };
    const put = await controller.post('/api/schedule', daily);
    if (put.status !== 201) throw new Error(await put.text());
    browser = await launchBrowser();
    await open('/#schedule');
    await page.locator('schedule-grid [data-run]').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });

  it('names every field that is missing or wrong, with an example, and saves nothing of it', async () => {
    await page.locator('[data-act=new]').click();
    await editor().locator('[data-for=targets] [data-target=all]').click();
    await editor().locator('[name=priority]').fill('ten');
    await editor().locator('[data-act=effect]').click();
    await editor().getByText('Choose a show or a scene.').waitFor();
    await editor().getByText('No screen is left.').waitFor();
    await editor().getByText('A whole number from −100 to 100, for example 10.').waitFor();
    await editor().locator('[name=subject]').selectOption('show:kazakhstan-way');
    await editor().locator('[name=priority]').fill('10');
    await editor().locator('[data-for=targets] [data-target=panels]').click();
    await editor().locator('[data-choice=until]').click();
    await editor().locator('[name=end]').fill('2027-03-23 09:00');
    await editor().getByText('The end is before the start. For example start 10:00, end 12:00.').waitFor();
    await editor().locator('[data-choice=again]').click();
    await editor().getByText('A rule that repeats ends at a time of day, for example 18:00.').waitFor();
    await editor().locator('summary').first().click();
    await editor().locator('[name=cron]').fill('0 25 * * *');
    await editor().getByText('Hour: “25” cannot stand there. For example 10-17.').waitFor();
    expect((await rules()).some(({ id }) => id.startsWith('kazakhstan-way-'))).toBe(false);
  });

  it('says which time the clocks jump over and when it comes next, and keeps a rule with all it has', async () => {
    await editor().locator('[name=cron]').fill('30 2 * * sun');
    await editor().locator('[data-choice=minutes]').click();
    await editor().locator('[name=minutes]').fill('45');
    await editor()
      .getByText('2027-03-28 02:30 does not exist, because the clocks jump over it: it starts at 03:30.')
      .waitFor();
    await editor().getByText('△ 2027-03-28 03:30').waitFor();
    expect(await editor().locator('.next li').count()).toBe(5);
    await editor().locator('[data-weekday="6"]').click();
    await editor().locator('[name=isBooking]').check();
    await editor().locator('[name=group]').fill('School 12');
    await editor().locator('[name=size]').fill('24');
    await editor().locator('[name=groupLanguage]').selectOption('ru');
    await editor().locator('[name=listed]').uncheck();
    await editor()
      .locator('[data-for=except]')
      .locator('[data-target=chronicle-political]')
      .waitFor({ state: 'hidden' });
    await editor().locator('summary').last().click();
    await editor().locator('[data-for=except] [data-target=chronicle-political]').click();
    await editor().locator('[data-act=effect]').click();
    await save();
    const made = (await rules()).find(({ id }) => id === 'kazakhstan-way-2');
    expect(made).toMatchObject({
      show: 'kazakhstan-way',
      when: { cron: '30 2 * * sat,sun' },
      durationMs: 45 * 60_000,
      priority: 10,
      targets: ['panels'],
      except: ['chronicle-political'],
      listed: false,
      booking: { group: 'School 12', size: 24, language: 'ru' },
    });
  });

  it('overwrites nothing that somebody else has changed meanwhile', async () => {
    await pane('rules');
    await page.locator('rule-list [name=search]').fill('school');
    await page.locator('rule-list [data-rule=kazakhstan-way-2]').click();
    await expect.poll(() => editor().locator('h2').innerText(), patience).toMatch(/^The rule\s+“The Kazakhstan Way”$/);
    await editor().locator('[name=priority]').fill('20');
    const theirs = (await rules()).find(({ id }) => id === 'kazakhstan-way-2');
    const put = await controller.request('PUT', '/api/schedule/kazakhstan-way-2', { ...theirs, priority: 33 });
    expect(put.status).toBe(200);
    await editor().locator('[data-act=effect]').click();
    const refusal = page.locator('schedule-refusal');
    await refusal.getByText('Somebody else has changed the same in between.').waitFor();
    expect((await rules()).find(({ id }) => id === 'kazakhstan-way-2')?.priority).toBe(33);
    await refusal.locator('[data-act=theirs]').click();
    await vi.waitUntil(async () => (await editor().locator('[name=priority]').inputValue()) === '33', patience);
    await editor().locator('[data-act=close]').click();
  });

  it('sets the hours past midnight, after telling what that does, and takes them back', async () => {
    const before = await hours();
    await pane('hours');
    const form = page.locator('hours-editor');
    await form.locator('[name=from]').first().fill('20:00');
    await form.locator('[name=to]').first().fill('26:00');
    await form.getByText('to 02:00 of the next day').waitFor();
    await form.locator('[data-act=effect]').click();
    await effect()
      .getByText(/stretches on screens would change/)
      .waitFor();
    await save();
    expect((await hours()).weekly[0]).toMatchObject({ from: '20:00', to: '26:00' });
    await page.locator('[data-act=undo]').click();
    await vi.waitUntil(async () => (await hours()).version === before.version + 2, patience);
    expect((await hours()).weekly).toEqual(before.weekly);
  });

  it('makes a day of mourning, after listing what disappears', async () => {
    await pane('days');
    await page.locator('[data-act=new-day]').click();
    const form = page.locator('day-form');
    await form.locator('[name=date]').fill('2027-03-25');
    await form.locator('[data-act=effect]').click();
    await form.getByText(/A name in at least one language/).waitFor();
    await form.locator('text-fields input').last().fill('Day of mourning');
    await form.locator('[data-choice=mourning]').click();
    await form.locator('[data-act=effect]').click();
    await effect().getByText('Silenced by the day of mourning').waitFor();
    expect(
      await effect()
        .getByText(/^11:00 /)
        .count(),
    ).toBe(1);
    await save();
    const days = z.array(SpecialDay).parse(await controller.get('/api/days'));
    expect(days.find(({ date }) => date === '2027-03-25')).toMatchObject({
      tone: 'mourning',
      name: { en: 'Day of mourning' },
    });
  });

  it('copies an occurrence to another day', async () => {
    await page.locator('schedule-grid [data-run="kazakhstan-way@2027-03-26T11:00"]').first().click();
    await page.locator('chosen-block [name=copy-at]').fill('2027-03-27T12:15');
    await page.locator('chosen-block [data-act=copy]').click();
    await effect()
      .getByText(/1 would come that does not now/)
      .waitFor();
    await save();
    expect((await rules()).find(({ id }) => id === 'kazakhstan-way-copy')?.when).toEqual({ at: '2027-03-27T12:15' });
    expect(said).toEqual([]);
  });

  it('answers why on any screen of the hall, by one click or one key, now and at any instant', async () => {
    // Out of the field first: digits are its own.
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    const dialog = page.locator('details-dialog dialog');
    await page.locator('floor-plan [data-why=entrance]').click();
    await dialog.locator('.winner').waitFor();
    await dialog.locator('input.typed').fill('2027-03-26T11:05');
    await dialog.locator('[data-act=why]').click();
    await dialog.locator('.winner').getByText('rule “The Kazakhstan Way”').waitFor();
    await dialog.locator('.lost').getByText('the layer “Schedule” stands above it').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('floor-plan [data-unit=entrance]').focus();
    await page.keyboard.press('i');
    await dialog.locator('.winner').waitFor();
    expect(await page.locator('floor-plan [aria-selected=true]').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('tells in every view that the clock is not trusted, until somebody says that it is right', async () => {
    await context.close();
    await controller.kill('SIGTERM');
    controller = await startTestController({
      dataDir: controller.dataDir,
      headers: controller.headers,
      env: livingAt('2027-03-24T07:30'),
    });
    await open('/#hall');
    const alarm = page.locator('[data-alert=clock]');
    for (const key of ['1', '2', '3', '4', '5']) {
      await page.keyboard.press(key);
      await alarm.getByText(/behind the journal/).waitFor();
    }
    await alarm.locator('[data-act=trust-clock]').click();
    await alarm.waitFor({ state: 'detached' });
    expect(z.object({ hold: z.null() }).safeParse(await controller.get('/api/clock')).success).toBe(true);
    expect(said).toEqual([]);
  });
});
