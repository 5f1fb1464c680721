import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlayers, type Desk } from '../support/console.ts';
import { openConsoleStory, patience, type ConsoleStory } from '../support/console-story.ts';
import { begin, publish } from '../support/content-desk.ts';
import { aFilm, aFilmIndexedLast } from '../support/files.ts';

const sky = 'films/ashyq-aspan.mp4';
const played = ['entrance', 'map', 'chronicle-political', 'chronicle-economic', 'chronicle-sociocultural', 'wall'];

describe('an operator brings a film in, a second has it on the screens', () => {
  let story: ConsoleStory;
  /** A curator, at a Kazakh keyboard. */
  let aigul: Desk;
  /** An operator who brings the film, at a Russian keyboard. */
  let aliya: Desk;
  /** An operator who runs the hall, at a Latin keyboard. */
  let dana: Desk;

  beforeAll(async () => {
    // The last two are played by nobody yet.
    story = await openConsoleStory({
      layouts: ['russian', 'latin'],
      pages: ['entrance'],
      without: ['statehood', 'diplomacy'],
    });
    ({ aliya, dana } = story);
    aigul = await story.sit('curator', { name: 'Aigul', layout: 'kazakh' });
  });
  afterAll(() => story.stop());

  const files = async () => (await story.controller.get('/api/media')) as { id: string; hash: string }[];

  it('a film is dragged in, and goes on where the line broke', async () => {
    const { page } = aliya;
    await aliya.key('Digit8');
    await dana.key('Digit8');
    await page.locator('upload-list .zone').waitFor();
    let chunks = 0;
    await page.route('**/api/uploads/*', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      chunks += 1;
      return chunks === 2 ? route.abort('connectionreset') : route.continue();
    });
    // Until the other console shows the film and no picture of it: it must hear of one that comes later, too.
    const withoutPicture = dana.page.locator(`[data-medium="${sky}"] .thumb`, { hasText: 'MP4' });
    await page.route('**/api/media/thumbnail', async (route) => {
      if (route.request().postData()?.includes(sky) === true) await withoutPicture.waitFor();
      await route.continue();
    });
    // Which it does not make itself, though the film is in its sight.
    await dana.page.route('**/api/media/thumbnail', (route) =>
      route.request().postData()?.includes(sky) === true ? route.abort() : route.continue(),
    );
    const dropped = await page.evaluateHandle((base64) => {
      const film = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      // Room at its end, as editors leave it: so it comes in two pieces.
      const room = new Uint8Array(9 * 1024 * 1024);
      new DataView(room.buffer).setUint32(0, room.length);
      room.set([0x66, 0x72, 0x65, 0x65], 4);
      const carried = new DataTransfer();
      carried.items.add(new File([film, room], 'Ашық аспан.mp4', { type: 'video/mp4' }));
      carried.items.add(new File(['<svg><script>alert(1)</script></svg>'], 'logo.png', { type: 'image/png' }));
      return carried;
    }, aFilm().toString('base64'));
    await page.dispatchEvent('upload-list .zone', 'drop', { dataTransfer: dropped });
    const line = page.locator(`[data-upload="${sky}"]`);
    await page.locator(`[data-upload="${sky}"][data-state=done]`).waitFor();
    expect(await line.innerText()).toContain(`is here as ${sky}`);
    const refused = page.locator('[data-upload="pictures/logo.png"][data-state=refused]');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('can carry a program');
    // Two pieces, one of them twice; and the other file.
    expect(chunks).toBe(4);
    await page.locator(`[data-medium="${sky}"]`).click();
    await page.locator('medium-detail dd', { hasText: '64 × 36' }).waitFor();
    const facts = await page.locator('medium-detail dd').allInnerTexts();
    expect(facts).toEqual(expect.arrayContaining(['0:01', 'AVC']));
    // Its thumbnail was made of the file that was dropped; the other console has both as soon as they are there.
    for (const desk of [aliya, dana]) await desk.page.locator(`[data-medium="${sky}"] .thumb img`).waitFor();
  });

  it('is used in a scene, is there on the screens that the second takes it to, and cannot be deleted', async () => {
    const { page } = aliya;
    await aliya.key('Digit7');
    await begin(aliya, 'scene', 'Open sky', 'video');
    await page.locator('params-form #video').selectOption(sky);
    await publish(aliya, 1);
    await dana.key('Digit1');
    await story.prepare(dana, played, 'sky', 'scene:open-sky');
    await dana.key('KeyT');
    await story.allShow(['entrance', 'map', 'wall-4'], 'open-sky');
    await aliya.key('Digit8');
    await page.locator(`[data-medium="${sky}"]`).click();
    await page.locator('medium-detail [data-screen=entrance][data-state=held]').waitFor();
    await aliya.key('Delete');
    await page.locator('medium-detail [data-act=delete]', { hasText: 'for good' }).waitFor();
    await aliya.key('Delete');
    const refused = page.locator('media-view [role=alert]');
    await expect.poll(() => refused.innerText(), patience).toContain('scene “Open sky”');
  });

  it('what the players cannot begin at once is said to both, whoever brings it', async () => {
    await dana.key('Digit8');
    const careless = { name: 'late.mp4', mimeType: 'video/mp4', buffer: aFilmIndexedLast() };
    await dana.page.locator('upload-list input[type=file]').setInputFiles(careless);
    for (const desk of [dana, aliya]) {
      await desk.page.locator('[data-medium="films/late.mp4"]').click();
      const warned = desk.page.locator('medium-detail .warnings');
      await expect.poll(() => warned.innerText(), patience).toContain('faststart');
    }
    await dana.key('Digit1');
  });

  it('the library shows thumbnails that one console made, and the others need no original', async () => {
    const list = aliya.page.locator('media-list');
    await aliya.page.locator('media-view .filters button', { hasText: 'Pictures' }).click();
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
    await aigul.key('Digit8');
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
    const media = await files();
    for (const id of ids) {
      const hash = media.find((medium) => medium.id === id)?.hash ?? '';
      expect(originals.filter((url) => url.endsWith(hash))).toEqual([]);
    }
  });

  it('which screen has a file and which cannot get it, and why, is told by name on both sides', async () => {
    const { page } = aliya;
    const media = await files();
    const hash = media.find(({ id }) => id === sky)?.hash ?? '';
    rmSync(join(story.controller.dataDir, 'media', hash));
    await openPlayers(story.browser, story.controller, ['statehood']);
    await story.prepare(dana, ['statehood', 'diplomacy'], 'sky', 'scene:open-sky');
    await dana.key('KeyT');
    await page.locator('media-view .filters button', { hasText: 'All' }).click();
    await page.locator(`[data-medium="${sky}"]`).click();
    const at = (screen: string) => page.locator(`medium-detail [data-screen=${screen}]`);
    await page.locator('medium-detail [data-screen=statehood][data-state=missing]').waitFor();
    expect(await at('statehood').innerText()).toContain('the controller has lost its file');
    expect(await at('entrance').getAttribute('data-state')).toBe('held');
    expect(await at('diplomacy').innerText()).toContain('no answer');
    await dana.page.evaluate(() => {
      location.hash = 'screen=statehood';
    });
    const lacks = dana.page.locator(`screen-media [data-lacks="${sky}"]`);
    await lacks.waitFor();
    expect(await lacks.getAttribute('data-how')).toBe('not-there');
  });
});
