import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const config = alwaysOpenConfig();
const noon = Date.parse('2026-12-14T12:00:00+05:00');
const show = {
  id: 'lesson',
  title: { kk: 'Сабақ', ru: 'Урок', en: 'Lesson' },
  cues: [{ id: 'one', title: { en: 'One' }, durationMs: 600_000, parts: [{ targets: 'panels', scene: 'entrance' }] }],
};
/** More in one day than a month has lines for. */
const hours = ['10', '11', '12', '13', '14', '15', '16', '17'];

async function isTaken(asked: Promise<Response>): Promise<void> {
  const response = await asked;
  if (!response.ok) throw new Error(await response.text());
}

interface Picked {
  readonly kind: string;
  readonly value: string;
  readonly threw: string | null;
}

describe('the schedule on a tablet', () => {
  let controller: TestController;
  let browser: Browser;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    controller = await startTestController({
      env: { CONFIG_DIR: config, CLOCK_OFFSET_MS: String(noon - Date.now()) },
    });
    await isTaken(controller.post('/api/shows', show));
    for (const hour of hours) {
      const rule = { id: `h${hour}`, show: show.id, when: { at: `2026-12-16T${hour}:00` }, targets: 'panels' };
      await isTaken(controller.post('/api/schedule', rule));
    }
    const name = { kk: 'Тазалық', ru: 'Уборка', en: 'Cleaning' };
    for (const date of ['2026-12-17', '--03-01'])
      await isTaken(controller.request('PUT', `/api/days/${date}`, { name, hours: 'none' }));
    browser = await launchBrowser();
    // Its browser speaks English, its console Kazakh.
    const context = await browser.newContext({
      viewport: { width: 768, height: 1024 },
      hasTouch: true,
      locale: 'en-US',
    });
    const [cookie = '', value = ''] = (controller.headers['cookie'] ?? '').split('=');
    await context.addCookies([{ name: cookie, value, url: controller.url }]);
    await context.addInitScript(() => {
      localStorage.setItem('shanyraq.console.pictures', 'off');
      const picked: Picked[] = [];
      Object.assign(globalThis, { picked });
      const open = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'showPicker')?.value as () => void;
      HTMLInputElement.prototype.showPicker = function showPicker(this: HTMLInputElement) {
        let threw: string | null = null;
        try {
          open.call(this);
        } catch (error) {
          threw = String(error);
        }
        picked.push({ kind: this.type, value: this.value, threw });
      };
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${controller.url}/#schedule`);
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await speak('kk');
    await page.locator('[data-pane=plan]').tap();
    await look('timeGridWeek');
  });

  async function speak(language: 'kk' | 'ru'): Promise<void> {
    await page.evaluate((chosen) => {
      localStorage.setItem('shanyraq.console.language', chosen);
      dispatchEvent(new StorageEvent('storage'));
    }, language);
    await page.getByText(language === 'kk' ? 'Бүгін' : 'Сегодня', { exact: true }).waitFor();
  }

  async function look(span: string): Promise<void> {
    await page.locator(`schedule-bar [data-span=${span}]`).tap();
    await page.locator(`schedule-bar [data-span=${span}][aria-pressed=true]`).waitFor();
    await page.locator('schedule-grid [data-run]:visible').first().waitFor();
  }

  /** All that the calendar says to the eye and to the ear. */
  const words = (): Promise<readonly string[]> =>
    page.locator('schedule-grid #grid').evaluate((grid) =>
      [grid, ...grid.querySelectorAll('*')].flatMap((element) => {
        const own = [...element.childNodes]
          .filter(({ nodeType }) => nodeType === 3)
          .map((node) => node.textContent ?? '');
        return [element.ariaLabel, element.getAttribute('title'), ...own].filter(
          (text) => (text ?? '') !== '',
        ) as string[];
      }),
    );

  it.each(['kk', 'ru'] as const)(
    'says everything in the language of the console, not of the browser: %s',
    async (language) => {
      for (const span of ['timeGridDay', 'timeGridWeek', 'dayGridMonth'] as const) {
        if (span === 'timeGridDay') {
          await page.locator('schedule-bar [name=date]').fill('16.12.2026');
          await page.locator('schedule-grid [data-run="h10@2026-12-16T10:00"]').waitFor();
        }
        await look(span);
        await speak(language);
        const december = language === 'kk' ? 'желтоқсан' : 'декабря';
        await expect.poll(async () => (await words()).filter((text) => /[a-z]/i.test(text))).toEqual([]);
        expect((await words()).join('\n')).toContain(december);
      }
      const day = page.locator('schedule-grid [role=gridcell][data-date="2026-12-16"]');
      expect(await day.getAttribute('aria-label')).toBe(
        language === 'kk' ? 'сәрсенбі, 2026 жылғы 16 желтоқсан' : 'среда, 16 декабря 2026 года',
      );
    },
  );

  it('sets what is at once side by side, so that nothing lies on a name', async () => {
    const rule = { id: 'at-once', show: show.id, when: { at: '2026-12-16T10:10' }, targets: 'panels' };
    await isTaken(controller.post('/api/schedule', rule));
    const blocks = page.locator('schedule-grid [data-run^="at-once@"], schedule-grid [data-run^="h10@"]');
    await expect.poll(() => blocks.count()).toBe(2);
    const [first, second] = await blocks.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).toSorted((a, b) => a.left - b.left),
    );
    expect(second?.top).toBeLessThan(first?.bottom ?? 0);
    expect(second?.left).toBeGreaterThanOrEqual(first?.right ?? Infinity);
    await controller.request('DELETE', '/api/schedule/at-once');
    await expect.poll(() => blocks.count()).toBe(1);
  });

  it('opens a day of the month wherever a finger touches it', async () => {
    const day = page.locator('schedule-grid [role=gridcell][data-date="2026-12-16"]');
    const touches = [
      () => day.locator('[data-run]').first().tap(),
      () => day.getByRole('button', { name: /тағы/ }).tap(),
      () => day.tap({ position: { x: 4, y: 4 } }),
    ];
    for (const touch of touches) {
      await look('dayGridMonth');
      await day.waitFor();
      await touch();
      await page.locator('schedule-bar [data-span=timeGridDay][aria-pressed=true]').waitFor();
      expect(await page.locator('schedule-bar [name=date]').inputValue()).toBe('16.12.2026');
    }
  });

  it('has its bar in two rows: what is seen, and what can be done', async () => {
    for (const language of ['kk', 'ru'] as const) {
      await speak(language);
      const rows = await page.locator('schedule-bar').evaluate((bar) => {
        const parts = bar.shadowRoot?.querySelectorAll(
          ':host > *, .spans, date-field, select, [data-act=new], [data-act=undo]',
        );
        const boxes = [...(parts ?? [])].map((part) => part.getBoundingClientRect());
        const { right } = bar.getBoundingClientRect();
        const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))].toSorted((a, b) => a - b);
        return tops.map((top) => {
          const inRow = boxes.filter((box) => Math.round(box.top) === top);
          return { parts: inRow.length, short: Math.round(right - Math.max(...inRow.map((box) => box.right))) };
        });
      });
      expect(rows).toEqual([
        { parts: 4, short: 0 },
        { parts: 2, short: 0 },
      ]);
    }
  });

  it('lists the days that differ as dates are typed, each a finger high', async () => {
    await page.locator('[data-pane=days]').tap();
    for (const [day, shown] of [
      ['2026-12-17', '17.12.2026'],
      ['--03-01', '01.03 ↻'],
    ] as const) {
      const row = page.locator(`days-list [data-day="${day}"]`);
      expect(await row.innerText()).toContain(shown);
      expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });

  it('opens the browser’s calendar of a date by Alt+↓ and by its button, and types on after it', async () => {
    const field = page.locator('schedule-bar date-field');
    const typed = field.locator('[name=date]');
    const picked = () => page.evaluate(() => (globalThis as unknown as { readonly picked: Picked[] }).picked.splice(0));
    await typed.fill('16.12.2026');
    await typed.focus();
    await page.keyboard.press('Alt+ArrowDown');
    const open = { kind: 'date', value: '2026-12-16', threw: null };
    expect(await picked()).toEqual([open]);
    await page.keyboard.press('Escape');
    // It has opened, and has changed nothing.
    expect(await typed.inputValue()).toBe('16.12.2026');
    await field.locator('button').tap();
    expect(await picked()).toEqual([open]);
    await page.keyboard.press('Escape');
    await field.locator('input.native').evaluate((native: HTMLInputElement) => {
      native.value = '2026-12-18';
      native.dispatchEvent(new Event('change'));
    });
    await page.locator('schedule-grid [data-date="2026-12-18"]').first().waitFor();
    expect(await typed.inputValue()).toBe('18.12.2026');
    expect(await typed.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input)).toBe(true);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    expect(await typed.inputValue()).toBe('19.12.2026');
    expect(await picked()).toEqual([]);
    expect(said).toEqual([]);
  });
});
