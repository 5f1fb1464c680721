import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { addPerson, openDesk, openPlayers, type Desk } from '../support/console.ts';
import { startTestController, type TestController } from '../support/controller.ts';
import { aFilm } from '../support/files.ts';
import { alwaysOpenConfig } from '../support/open-hall.ts';

const password = 'a long password for tests';
const patience = { timeout: 20_000, interval: 100 };

describe('a curator writes, a second person publishes', () => {
  const config = alwaysOpenConfig();
  let controller: TestController;
  let browser: Browser;
  /** A curator. */
  let aigul: Desk;
  /** An operator. */
  let olga: Desk;

  const until = (is: () => Promise<boolean>): Promise<boolean> => vi.waitUntil(is, patience);
  const shown = async (): Promise<string | null> => {
    const state = (await controller.get('/api/screens/entrance')) as {
      reported: { shown: { scene: string } | null } | null;
    };
    return state.reported?.shown?.scene ?? null;
  };
  const act = (page: Page, name: string) => page.locator(`content-acts [data-act="${name}"]`);
  /** A text of the form in one language. */
  const text = (page: Page, label: string, language: string) =>
    page.locator(`content-editor [aria-label="${label}, ${language}"]`).last();

  async function begin(page: Page, kind: 'scene' | 'show', title: string, type?: string): Promise<void> {
    await page.locator(`[data-act="new-${kind}"]`).click();
    if (type !== undefined) await page.locator('new-content #type').selectOption(type);
    await page.locator('new-content [aria-label="Name, English"]').fill(title);
    await page.locator('new-content [type=submit]').click();
    await page.locator('content-editor').waitFor();
  }

  /** Publishes what is open, and waits until the hall says so. */
  async function publish(page: Page, version: number): Promise<void> {
    await act(page, 'publish').click();
    await page.locator('content-acts .state', { hasText: new RegExp(`^\\s*Version ${version}\\s*$`) }).waitFor();
  }

  async function take(what: Record<string, string>): Promise<string> {
    const answer = await controller.post('/api/takes', { ...what, targets: 'entrance', policy: 'go' });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { run: string }).run;
  }

  beforeAll(async () => {
    controller = await startTestController({ env: { CONFIG_DIR: config } });
    await addPerson(controller, 'Aigul', 'curator', password);
    await addPerson(controller, 'Olga', 'operator', password);
    browser = await launchBrowser();
    await openPlayers(browser, controller, ['entrance']);
    aigul = await openDesk(browser, controller.url, { name: 'Aigul', password });
    olga = await openDesk(browser, controller.url, { name: 'Olga', password });
    await aigul.key('Digit7');
    await olga.key('Digit7');
    await until(async () => (await shown()) !== null);
  });
  afterAll(async () => {
    await browser.close();
    await controller.stop();
    rmSync(config, { recursive: true });
  });

  it('a scene in three languages, seen while it is written; what is wrong stands at its field', async () => {
    const { page } = aigul;
    await begin(page, 'scene', 'Opening of the steppe hall', 'text');
    await text(page, 'Text', 'English').fill('The steppe begins here.');
    await text(page, 'Text', 'Русский').fill('Степь начинается здесь.');
    const picture = page.frameLocator('draft-preview iframe').locator('scene-text');
    await picture
      .getByText('The steppe begins here.')
      .or(picture.getByText('Степь начинается здесь.'))
      .first()
      .waitFor();
    expect(await page.locator('[data-gaps]').innerText()).toContain('Қазақша');
    await text(page, 'Text', 'Қазақша').fill('Дала осы жерден басталады.');
    await picture.getByText('Дала осы жерден басталады.').first().waitFor();
    await text(page, 'Title on the screen', 'Қазақша').fill('ө'.repeat(130));
    const field = page.locator('params-form [data-field="title"]');
    await field.locator('[role=alert]').waitFor();
    expect(await field.locator('[role=alert]').innerText()).toBe('At most 120 characters in each language.');
    expect(await act(page, 'submit').isDisabled()).toBe(true);
    await text(page, 'Title on the screen', 'Қазақша').fill('Дала залының ашылуы');
    await text(page, 'Title on the screen', 'Русский').fill('Открытие степного зала');
    await act(page, 'submit').click();
    await page.locator('content-acts .state', { hasText: 'To be reviewed' }).waitFor();
    // She wrote it: for her there is no way to the screens.
    expect(await act(page, 'publish').count()).toBe(0);
    const put = await page.evaluate(async () => {
      const answer = await fetch('/api/drafts/scene/opening-of-the-steppe-hall/publish', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version: 1 }),
      });
      return answer.status;
    });
    expect([403, 409]).toContain(put);
  });

  it('is published by the second person, and played', async () => {
    const { page } = olga;
    await page.locator('scenes-view [type=search]').fill('steppe hall');
    await page.locator('[data-key="scene/opening-of-the-steppe-hall"]').click();
    await page.locator('content-acts .state', { hasText: 'Draft by Aigul' }).waitFor();
    await publish(page, 1);
    await take({ scene: 'opening-of-the-steppe-hall' });
    await expect.poll(shown, patience).toBe('opening-of-the-steppe-hall');
  });

  it('is changed, compared with what it was, and brought back', async () => {
    const { page } = olga;
    await text(page, 'Text', 'English').fill('The steppe ends here.');
    await publish(page, 2);
    await page.locator('content-history li').nth(1).waitFor();
    const oldest = page.locator('content-history li').last();
    await oldest.locator('button').first().click();
    expect(await oldest.locator('td.then').first().innerText()).toBe('The steppe begins here.');
    expect(await oldest.locator('td.now').first().innerText()).toBe('The steppe ends here.');
    await oldest.locator('[data-act=revert]').click();
    await publish(page, 3);
    const scene = (await controller.get('/api/scenes/opening-of-the-steppe-hall')) as {
      version: number;
      params: { text: { en: string } };
    };
    expect([scene.version, scene.params.text.en]).toEqual([3, 'The steppe begins here.']);
  });

  it('shows each of two who have it open that the other is there too, until one leaves or her console is gone', async () => {
    const key = '[data-key="scene/opening-of-the-steppe-hall"]';
    const others = (page: Page) => page.locator('editor-notices .others').allInnerTexts();
    const row = aigul.page.locator(key);
    if ((await aigul.page.locator('content-editor').count()) === 0) await row.click();
    await expect.poll(() => others(olga.page), patience).toEqual([expect.stringMatching(/^Aigul .*since \d\d:\d\d$/)]);
    await expect.poll(() => others(aigul.page), patience).toEqual([expect.stringMatching(/^Olga .*since/)]);

    await aigul.page.locator('[data-key="scene/welcome"]').click();
    await expect.poll(() => others(olga.page), patience).toEqual([]);
    expect(await others(aigul.page)).toEqual([]);
    await row.click();
    await expect.poll(() => others(olga.page), patience).toHaveLength(1);
    await aigul.page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await expect.poll(() => others(olga.page), patience).toEqual([]);

    await aigul.key('Digit7');
    await row.click();
    await expect.poll(() => others(olga.page), patience).toHaveLength(1);
    const address = aigul.page.url();
    await aigul.page.goto('about:blank');
    await expect.poll(() => others(olga.page), patience).toEqual([]);
    await aigul.page.goto(address);
    await row.click();
    await expect.poll(() => others(aigul.page), patience).toHaveLength(1);
  });

  it('outlasts a reload and a colleague’s save, until it is laid over or thrown away on purpose', async () => {
    const { page } = olga;
    const row = page.locator('[data-key="scene/opening-of-the-steppe-hall"]');
    const field = text(page, 'Text', 'English');
    const drafted = async () =>
      (
        (await controller.get('/api/drafts/scene/opening-of-the-steppe-hall')) as {
          content: { body: { params: { text: { en: string } } } };
        }
      ).content.body.params.text.en;
    await field.fill('Olga writes.');
    await page.reload();
    await row.filter({ hasText: 'Not saved yet' }).click();
    await page.locator('unsaved-notice', { hasText: 'only this browser has it' }).waitFor();
    expect(await field.inputValue()).toBe('Olga writes.');

    await text(aigul.page, 'Text', 'English').fill('Aigul writes.');
    await act(aigul.page, 'save').click();
    const notice = page.locator('unsaved-notice', { hasText: 'Aigul saved this draft' });
    await notice.waitFor();
    expect(await notice.locator('td').allInnerTexts()).toEqual(
      expect.arrayContaining(['Aigul writes.', 'Olga writes.']),
    );
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('notice-bar .unsaved', { hasText: 'Opening of the steppe hall' }).getByRole('link').click();
    expect(await drafted()).toBe('Aigul writes.');
    await row.click();
    await page.locator('unsaved-notice [data-act=over]').click();
    await page.locator('content-acts .state', { hasText: 'Draft by Aigul, Olga' }).waitFor();
    await expect.poll(drafted, patience).toBe('Olga writes.');

    await field.fill('Olga thinks better of it.');
    await act(page, 'forget').click();
    await act(page, 'really-forget').click();
    await expect.poll(() => field.inputValue(), patience).toBe('Olga writes.');
    expect(await row.innerText()).not.toContain('Not saved yet');
    await act(page, 'discard').click();
    await act(page, 'really-discard').click();
    await expect.poll(() => field.inputValue(), patience).toBe('The steppe begins here.');

    await page.locator('header-bar nav button', { hasText: 'Journal' }).click();
    await page.locator('journal-view [data-undo=draft]').first().click();
    await expect.poll(drafted, patience).toBe('Olga writes.');
    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await row.click();
    await expect.poll(() => field.inputValue(), patience).toBe('Olga writes.');
    await act(page, 'discard').click();
    await act(page, 'really-discard').click();
    await expect.poll(() => field.inputValue(), patience).toBe('The steppe begins here.');
  });

  it('of a new scene, and of what is wrong with a draft, waits through another view and a reload', async () => {
    const { page } = olga;
    const title = page.locator('new-content [aria-label="Name, English"]');
    await page.locator('[data-act="new-scene"]').click();
    await page.locator('new-content #type').selectOption('image');
    await title.fill('A word of the steppe');
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('notice-bar .unsaved', { hasText: 'New scene: A word of the steppe' }).waitFor();
    await page.reload();
    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await page.locator('[data-act="new-scene"]', { hasText: 'Not saved yet' }).click();
    await page.locator('new-content [role=status]', { hasText: 'only this browser has it' }).waitFor();
    expect([await title.inputValue(), await page.locator('new-content #type').inputValue()]).toEqual([
      'A word of the steppe',
      'image',
    ]);
    await page.locator('new-content [data-act=forget]').click();
    await page.locator('new-content [data-act=really-forget]').click();
    await expect.poll(() => title.inputValue(), patience).toBe('');
    expect(await page.locator('[data-act="new-scene"]').innerText()).not.toContain('Not saved yet');

    await begin(aigul.page, 'scene', 'Steppe at dusk', 'text');
    await text(aigul.page, 'Text', 'English').fill('Dusk.');
    await act(aigul.page, 'submit').click();
    await aigul.page.locator('content-acts .state', { hasText: 'To be reviewed' }).waitFor();
    const row = page.locator('[data-key="scene/steppe-at-dusk"]');
    await page.locator('scenes-view [type=search]').fill('dusk');
    await row.click();
    await act(page, 'give-back').click();
    const note = page.locator('content-acts .note input');
    await note.fill('The sun sets in the west.');
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('notice-bar .unsaved', { hasText: 'Give back: Steppe at dusk' }).waitFor();
    await page.reload();
    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await page.locator('scenes-view [type=search]').fill('dusk');
    await row.click();
    await expect.poll(() => note.inputValue(), patience).toBe('The sun sets in the west.');
    await note.press('Enter');
    await aigul.page.locator('content-acts .state', { hasText: 'The sun sets in the west.' }).waitFor();
    await note.waitFor({ state: 'detached' });
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('media-view').waitFor();
    expect(await page.locator('notice-bar .unsaved').count()).toBe(0);
    await olga.key('Digit7');
  });

  it('a list of cues is made, and runs with GO', async () => {
    const { page } = olga;
    await begin(page, 'show', 'Opening evening');
    const editor = page.locator('show-editor');
    const part = async (scene: string): Promise<void> => {
      await editor.locator('.part select').selectOption(scene);
      await editor.locator('.part [data-target=entrance]').click();
    };
    await part('welcome');
    await editor.locator('[data-act=add-cue]').click();
    await editor.locator('[aria-label="Name, English"]').fill('The steppe');
    await part('opening-of-the-steppe-hall');
    expect(await editor.locator('cue-list li.gate').count()).toBe(1);
    await publish(page, 1);
    const run = await take({ show: 'opening-evening' });
    await until(async () => (await shown()) === 'welcome');
    await controller.post(`/api/runs/${run}/go`, {});
    await until(async () => (await shown()) === 'opening-of-the-steppe-hall');
  });

  it('a film is dragged in, goes on where the line broke, is used in a scene and is there on its screen', async () => {
    const { page } = olga;
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    let chunks = 0;
    await page.route('**/api/uploads/*', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      chunks += 1;
      return chunks === 2 ? route.abort('connectionreset') : route.continue();
    });
    const files = await page.evaluateHandle((base64) => {
      const film = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      // Room at its end, as editors leave it: so it comes in three pieces.
      const room = new Uint8Array(17 * 1024 * 1024);
      new DataView(room.buffer).setUint32(0, room.length);
      room.set([0x66, 0x72, 0x65, 0x65], 4);
      const dropped = new DataTransfer();
      dropped.items.add(new File([film, room], 'Ашық аспан.mp4', { type: 'video/mp4' }));
      dropped.items.add(new File(['<svg><script>alert(1)</script></svg>'], 'logo.png', { type: 'image/png' }));
      return dropped;
    }, aFilm().toString('base64'));
    await page.dispatchEvent('upload-list .zone', 'drop', { dataTransfer: files });
    const line = page.locator('[data-upload="films/ashyq-aspan.mp4"]');
    await page.locator('[data-upload="films/ashyq-aspan.mp4"][data-state=done]').waitFor();
    expect(await line.innerText()).toContain('is here as films/ashyq-aspan.mp4');
    const refused = page.locator('[data-upload="pictures/logo.png"][data-state=refused]');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('can carry a program');
    // Three pieces, one of them twice; and the other file.
    expect(chunks).toBe(5);
    await page.locator('[data-medium="films/ashyq-aspan.mp4"]').click();
    await page.locator('medium-detail dd', { hasText: '64 × 36' }).waitFor();
    // Its thumbnail was made of the file that was dropped.
    await page.locator('[data-medium="films/ashyq-aspan.mp4"] .thumb img').waitFor();

    await page.locator('header-bar nav button', { hasText: 'Scenes' }).click();
    await begin(page, 'scene', 'Open sky', 'video');
    await page.locator('params-form #video').selectOption('films/ashyq-aspan.mp4');
    await publish(page, 1);
    await take({ scene: 'open-sky' });
    await until(async () => (await shown()) === 'open-sky');
    await page.locator('header-bar nav button', { hasText: 'Media' }).click();
    await page.locator('[data-medium="films/ashyq-aspan.mp4"]').click();
    await page.locator('medium-detail [data-screen=entrance][data-state=held]').waitFor();
    await page.locator('medium-detail [data-act=delete]').click();
    await page.locator('medium-detail [data-act=delete]').click();
    await page.locator('media-view [role=alert]', { hasText: 'scene “Open sky”' }).waitFor();
  });

  it('the library shows thumbnails that one console made, and the others need no original', async () => {
    const list = olga.page.locator('media-list');
    await olga.page.locator('media-view .filters button', { hasText: 'Pictures' }).click();
    await list.locator('[data-medium] .thumb img').nth(3).waitFor();
    const ids = await list.evaluate((element) => {
      const rows = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[data-medium]') ?? [])];
      const { bottom } = element.getBoundingClientRect();
      return rows
        .slice(0, 4)
        .filter((row) => row.getBoundingClientRect().top < bottom)
        .map((row) => row.dataset['medium']);
    });
    const originals: string[] = [];
    aigul.page.on('request', (request) => {
      if (/\/media\/[0-9a-f]{64}$/.test(request.url())) originals.push(request.url());
    });
    await aigul.page.locator('header-bar nav button', { hasText: 'Media' }).click();
    for (const id of ids) {
      const picture = aigul.page.locator(`[data-medium="${id}"] .thumb img`);
      await picture.waitFor();
      await expect
        .poll(
          () => picture.evaluate((image: HTMLImageElement) => Math.max(image.naturalWidth, image.naturalHeight)),
          patience,
        )
        .toBeGreaterThan(0);
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeLessThanOrEqual(480);
    }
    const media = (await controller.get('/api/media')) as { id: string; hash: string }[];
    for (const id of ids) {
      const hash = media.find((medium) => medium.id === id)?.hash ?? '';
      expect(originals.filter((url) => url.endsWith(hash))).toEqual([]);
    }
  });

  it('which screen has a file and which cannot get it, and why, is told by name on both sides', async () => {
    const { page } = olga;
    const media = (await controller.get('/api/media')) as { id: string; hash: string }[];
    const hash = media.find(({ id }) => id === 'films/ashyq-aspan.mp4')?.hash ?? '';
    rmSync(join(controller.dataDir, 'media', hash));
    await openPlayers(browser, controller, ['statehood']);
    await controller.post('/api/takes', { scene: 'open-sky', targets: ['statehood', 'diplomacy'], policy: 'go' });
    await page.locator('media-view .filters button', { hasText: 'All' }).click();
    await page.locator('[data-medium="films/ashyq-aspan.mp4"]').click();
    const at = (screen: string) => page.locator(`medium-detail [data-screen=${screen}]`);
    await page.locator('medium-detail [data-screen=statehood][data-state=missing]').waitFor();
    expect(await at('statehood').innerText()).toContain('the controller has lost its file');
    expect(await at('entrance').getAttribute('data-state')).toBe('held');
    expect(await at('diplomacy').innerText()).toContain('no answer');
    await page.evaluate(() => {
      location.hash = 'screen=statehood';
    });
    const lacks = page.locator('screen-media [data-lacks="films/ashyq-aspan.mp4"]');
    await lacks.waitFor();
    expect(await lacks.getAttribute('data-how')).toBe('not-there');
  });
});
