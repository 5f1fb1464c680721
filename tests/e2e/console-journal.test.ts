import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoleStory, password, patience, type ConsoleStory } from '../support/console-story.ts';

const six = [
  'entrance',
  'statehood',
  'diplomacy',
  'chronicle-political',
  'chronicle-economic',
  'chronicle-sociocultural',
];

describe('who did what, by whose hands, and by which keys', () => {
  let story: ConsoleStory;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'kazakh'] });
  });
  afterAll(() => story.stop());

  const rows = (desk = story.aliya) => desk.page.locator('journal-view tbody tr');

  it('tells who did what and why, as it happens, and narrows to a person and to a kind', async () => {
    const { aliya, dana, prepare, until, byHand } = story;
    await aliya.key('Digit4');
    await prepare(dana, ['statehood'], 'welc', 'scene:welcome');
    await dana.page.locator('#reason').fill('=A delegation, of 12');
    await dana.key('Escape');
    await dana.key('KeyT');
    await until(async () => (await byHand()) !== undefined);
    await expect.poll(() => rows().first().innerText(), patience).toContain('=A delegation, of 12');
    expect(await rows().first().innerText()).toContain('Dana');
    await aliya.key('KeyM');
    await dana.key('Digit4');
    for (const desk of [aliya, dana])
      await expect.poll(() => rows(desk).first().innerText(), patience).toContain('Aliya');
    await dana.key('Digit1');

    await aliya.page.selectOption('#kind', { label: 'sound' });
    await expect.poll(() => rows().count(), patience).toBe(1);
    await aliya.page.selectOption('#actor', 'Dana');
    await expect.poll(() => aliya.page.locator('journal-view footer').innerText(), patience).toContain('Nothing fits');
    await aliya.page.locator('journal-view footer button').click();
    await expect.poll(() => rows().count(), patience).toBeGreaterThan(3);
    await aliya.page.fill('[name=to]', '2020-01-01');
    await aliya.page.press('[name=to]', 'Tab');
    await expect.poll(() => aliya.page.locator('journal-view footer').innerText(), patience).toContain('Nothing fits');
    await aliya.page.locator('journal-view footer button').click();
    await aliya.page.selectOption('#kind', { label: 'takes and shows' });
    await expect.poll(() => rows().count(), patience).toBe(1);
  });

  it('is saved for a spreadsheet, as narrowed, with nothing in it that would be run', async () => {
    const { aliya } = story;
    await aliya.key('Escape');
    const [download] = await Promise.all([aliya.page.waitForEvent('download'), aliya.key('KeyS', { shift: true })]);
    expect(download.suggestedFilename()).toBe('journal.csv');
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Dana');
    expect(lines[1]).toContain(`"'=A delegation, of 12"`);
  });

  it('is read and saved in the person’s language, as what refuses them is', async () => {
    const { aliya, browser, controller } = story;
    const first = () => rows().first().innerText();
    await aliya.key('Escape');
    for (const told of [
      'қойылды («Мемлекеттілік»): «Қош келдіңіздер» сахнасы',
      'поставлено («Государственность»): сцена «Добро пожаловать»',
    ]) {
      await aliya.key('KeyG', { shift: true });
      await expect.poll(first, patience).toContain(told);
      expect(await first()).not.toContain('took');
    }
    const [download] = await Promise.all([
      aliya.page.waitForEvent('download'),
      aliya.page.locator('journal-view [data-export]').click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(
      'поставлено («Государственность»): сцена «Добро пожаловать»',
    );
    await aliya.key('KeyG', { shift: true });
    await expect.poll(first, patience).toContain('took scene “Welcome” to “Statehood”');

    const stranger = await browser.newContext({ locale: 'ru-RU' });
    const page = await stranger.newPage();
    await page.goto(controller.url);
    await page.fill('input[name=name]', 'Aliya');
    await page.fill('input[name=password]', 'not the password');
    await page.press('input[name=password]', 'Enter');
    const refused = page.locator('sign-in [role=alert]');
    await expect.poll(() => refused.innerText(), patience).toContain('Имя или пароль неверны.');
    await stranger.close();
  });

  it('undoes the newest act where that can be undone, and nothing else', async () => {
    const { aliya, dana, until, byHand } = story;
    const undo = aliya.page.locator('journal-view [data-undo]');
    await expect.poll(() => undo.count(), patience).toBe(1);
    await undo.click();
    await until(async () => (await byHand()) === undefined);
    await expect.poll(() => dana.page.locator('run-list [data-run]').count(), patience).toBe(0);
    // The way back can be taken back as well: the newest entry has it now, the older one not.
    await expect.poll(() => rows().first().locator('[data-undo]').count(), patience).toBe(1);
    expect(await undo.count()).toBe(1);
  });

  it('takes off what is still announced, and brings back what was edited in the schedule', async () => {
    const { aliya, controller } = story;
    await aliya.page.locator('#kind').selectOption('');
    const text = { en: 'Tea at five' };
    const made = await controller.post('/api/overlays', { type: 'ribbon', targets: 'all', text });
    expect(made.status).toBe(201);
    const newest = (is: string) => rows().first().locator(`[data-undo=${is}]`);
    await expect.poll(() => newest('overlay').count(), patience).toBe(1);
    await newest('overlay').click();
    await expect.poll(async () => ((await controller.get('/api/overlays')) as unknown[]).length, patience).toBe(0);

    const dates = async () => ((await controller.get('/api/days')) as { date: string }[]).map(({ date }) => date);
    const day = { date: '2031-05-06', name: { en: 'A day apart' } };
    const edits = { edits: [{ type: 'day.put', day, base: null }] };
    expect((await controller.post('/api/schedule/edits', edits)).status).toBe(200);
    expect(await dates()).toContain(day.date);
    await expect.poll(() => newest('edit').count(), patience).toBe(1);
    await newest('edit').click();
    await expect.poll(dates, patience).not.toContain(day.date);
    // What was undone is not offered again on its own line; that it was undone can be undone in turn.
    await expect.poll(() => aliya.page.locator('journal-view [data-undo=edit]').count(), patience).toBe(1);
    expect(await newest('edit').count()).toBe(1);
  });

  it('stands beside a filter that narrows the plan and the list alike, by key and by touch', async () => {
    const { aliya } = story;
    const { page } = aliya;
    await aliya.key('Escape');
    await aliya.key('Digit1');
    await page.waitForSelector('screen-tile');
    const all = await page.locator('screen-tile').count();
    expect(await page.locator('screen-tile.aside').count()).toBe(0);
    await aliya.key('KeyF', { shift: true });
    await page.keyboard.type('statehood');
    await expect.poll(() => page.locator('screen-tile:not(.aside)').count(), patience).toBeLessThan(all);
    expect(await page.locator('hall-filter .hidden').innerText()).toMatch(/\d+ screens? hidden/);
    const left = await page.locator('screen-tile:not(.aside)').count();
    await aliya.key('Escape');
    await aliya.key('KeyL');
    await page.waitForSelector('screen-list');
    expect(await page.locator('screen-list tr[data-screen]').count()).toBeGreaterThanOrEqual(left);
    await page.locator('hall-filter [data-all]').click();
    await expect.poll(() => page.locator('screen-list tr[data-screen]').count(), patience).toBeGreaterThan(left);
    const zone = (await page.locator('hall-filter [name=zone] option').nth(1).getAttribute('value')) ?? '';
    await page.locator('hall-filter [name=zone]').selectOption(zone);
    await expect.poll(() => page.locator('hall-filter .hidden').count(), patience).toBe(1);
    await page.locator('hall-filter [data-all]').click();
    await aliya.key('KeyL');
    await expect.poll(() => page.locator('screen-tile.aside').count(), patience).toBe(0);
  });

  it('leaves the keyboard where it is when a change of view is told late', async () => {
    const { page } = story.aliya;
    await story.aliya.key('Digit7');
    await page.locator('scene-thumbs [data-key]').first().waitFor();
    await story.aliya.key('KeyF');
    // Of two keys close together the browser tells after both: what comes now is the word of the first.
    await page.evaluate(() => {
      dispatchEvent(new HashChangeEvent('hashchange'));
      return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    });
    await page.keyboard.type('welcome');
    expect(await page.locator('scenes-view input[type=search]').inputValue()).toBe('welcome');
    await story.aliya.key('Escape');
    await story.aliya.key('Digit1');
  });

  it('shows live pictures, which follow what the colleague takes, or none, by touch as by key', async () => {
    const { dana } = story;
    const { page } = story.aliya;
    await story.aliya.key('Digit1');
    const button = page.locator('hall-view [data-pictures]');
    const isOn = (): Promise<string | null> => button.getAttribute('aria-pressed');
    expect(await isOn()).toBe('false');
    expect(await page.locator('mirror-frame.behind').count()).toBe(0);
    await button.click();
    await expect.poll(() => page.locator('mirror-frame.behind').count(), patience).toBe(1);
    await expect.poll(isOn, patience).toBe('true');
    // Every picture is drawn by a player of the screen, and so follows what a colleague takes to it.
    const pictures = page.frameLocator('mirror-frame.behind iframe');
    await expect.poll(() => pictures.locator('.mirror[data-scene]').count(), patience).toBe(13);
    await story.prepare(dana, ['statehood', 'diplomacy'], 'welc', 'scene:welcome');
    await dana.key('KeyT');
    await expect.poll(() => pictures.locator('.mirror[data-scene=welcome]').count(), patience).toBe(2);
    await story.clear();
    await expect.poll(() => pictures.locator('.mirror[data-scene=welcome]').count(), patience).toBe(0);
    await story.aliya.key('KeyV');
    await expect.poll(isOn, patience).toBe('false');
    await expect.poll(() => page.locator('mirror-frame.behind').count(), patience).toBe(0);
  });

  it('lets people change places on a shared tablet with their PINs, by touch and by keys, and knows who acts', async () => {
    const { aliya, dana } = story;
    const pins = { Aliya: '4071', Dana: '5209' };
    for (const [desk, pin] of [
      [aliya, pins.Aliya],
      [dana, pins.Dana],
    ] as const) {
      await desk.key('Digit6');
      await desk.page.locator('my-access [data-matter=pin]').click();
      await desk.page.locator('access-dialog #present').fill(password);
      await desk.page.locator('access-dialog #pin').fill(pin);
      await desk.page.locator('access-dialog form button').click();
      await desk.page.locator('my-access [data-matter=no-pin]').waitFor();
      await desk.key('Digit1');
    }
    const tablet = await story.sit('technician', { name: 'Ерлан', layout: 'latin', width: 768, height: 1024 });
    const { page } = tablet;
    const isHere = (name: string) => page.locator(`header-bar .person[data-name="${name}"]`).waitFor();
    await tablet.key('Digit6');
    await page.locator('tablet-list #tablet').fill('At the door');
    await page.locator('tablet-list form button').click();
    await page.locator('tablet-list tr', { hasText: 'At the door' }).waitFor();

    await tablet.key('Escape');
    await tablet.key('KeyW');
    await page.locator('who-dialog [data-person]', { hasText: 'Aliya' }).click();
    for (const digit of '4070') await page.locator(`[data-digit="${digit}"]`).click();
    await page.locator('[data-act=enter]').click();
    await page.locator('who-dialog .error').waitFor();
    await page.screenshot({ path: 'reports/pin-pad.png' });
    // The failed one costs a second.
    await page.waitForTimeout(1_500);
    for (const digit of pins.Aliya) await page.locator(`[data-digit="${digit}"]`).click();
    await page.locator('[data-act=enter]').click();
    await isHere('Aliya');
    // By PIN one runs the hall; one's ways in are changed with the password.
    expect(await page.locator('my-access [data-matter]').count()).toBe(0);
    await tablet.key('Digit1');
    await story.prepare(tablet, six, 'welc', 'scene:welcome');
    await tablet.key('KeyT');
    await story.allShow(six, 'welcome');
    await dana.page.locator('run-list [data-run]', { hasText: 'Aliya' }).waitFor();
    await aliya.page.locator('foot-bar [data-act=release]:enabled', { hasText: 'Release 6 screens' }).waitFor();

    // By keys, whatever the layout has on the row of digits: W, a name, the digits, Enter. What she ends is Aliya's.
    tablet.layout = 'kazakh';
    await tablet.key('Escape');
    await tablet.key('KeyW');
    await page.locator('who-dialog [data-person]', { hasText: 'Dana' }).focus();
    await tablet.key('Enter');
    await page.locator('.entry:focus').waitFor();
    for (const digit of pins.Dana) await tablet.key(`Digit${digit}`);
    await tablet.key('Enter');
    await isHere('Dana');
    await page.locator('foot-bar [data-act=release]:enabled', { hasText: 'Aliya holds this' }).waitFor();
    await tablet.key('KeyR');
    await page.locator('reason-dialog dialog[open]').waitFor();
    await page.keyboard.press('Tab');
    await tablet.key('Enter');
    const told = aliya.page.locator('[data-lost]', { hasText: 'Dana ended your' });
    await told.waitFor();
    await told.locator('button').click();
    await aliya.key('Digit4');
    await expect.poll(() => rows().filter({ hasText: 'As agreed' }).innerText(), patience).toMatch(/Dana\s+released/);
    await aliya.key('Digit1');

    // Signed out, the tablet asks its people first.
    tablet.layout = 'russian';
    await tablet.key('KeyW');
    await page.locator('who-dialog [data-act=sign-out]').click();
    await page.locator('sign-in [data-person]', { hasText: 'Aliya' }).waitFor();
    await page.screenshot({ path: 'reports/tablet-sign-in.png' });
    await tablet.context.close();
  });

  it('lists every key by `?`, on every keyboard, and closes again', async () => {
    for (const [desk, code, how] of [
      [story.aliya, 'Slash', { shift: true }],
      [story.dana, 'Slash', {}],
      // A Russian layout has it on the seven.
      [story.aliya, 'Digit7', { shift: true, writes: '?' }],
    ] as const) {
      await desk.key('Escape');
      await desk.key(code, how);
      const help = desk.page.locator('key-help dialog[open]');
      await expect.poll(() => help.locator('kbd').count(), patience).toBeGreaterThan(30);
      const text = await help.innerText();
      for (const does of ['GO', 'standby', 'release', 'hold: blackout', 'emergency', 'back as it was', 'announce'])
        expect(text).toContain(does);
      await desk.key('Escape');
      await expect.poll(() => help.count()).toBe(0);
    }
  });
});
