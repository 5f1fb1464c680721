import { aFilm, aPicture } from '../files.ts';
import type { Desk } from '../console.ts';
import { bringUp, home, picturesMs, view, type ConsoleState, type Stage } from './stage.ts';

async function open(desk: Desk, key: string, query: string, row: string): Promise<void> {
  await home(desk);
  await desk.key(key);
  await desk.page.locator(':is(scenes-view, media-view) input[type=search]').fill(query);
  await desk.page.locator(row).first().click();
}

/** A scene that a colleague has published twice, and has in hand again. */
async function change({ controller, other }: Stage): Promise<void> {
  const scene = (await controller.get('/api/scenes/welcome')) as {
    readonly params: { readonly subtitle: Readonly<Record<string, string>> };
  };
  const subtitles = ['The road of a nation', 'The way since 1991', 'From the steppe to the stars'];
  for (const [index, en] of subtitles.entries()) {
    const { subtitle } = scene.params;
    const document = { ...scene, params: { ...scene.params, subtitle: { ...subtitle, en } } };
    await other.page.evaluate(
      async ([body, isPublished]) => {
        const send = async (method: string, path: string, what: unknown): Promise<{ version: number }> => {
          const answer = await fetch(`/api/drafts/scene/welcome${path}`, {
            method,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(what),
          });
          if (!answer.ok) throw new Error(await answer.text());
          return (await answer.json()) as { version: number };
        };
        const now = (await (await fetch('/api/scenes/welcome')).json()) as { version: number };
        const { version } = await send('PUT', '', { document: body, base: now.version, version: null });
        if (isPublished) await send('POST', '/publish', { version });
      },
      [document, index < subtitles.length - 1] as const,
    );
  }
}

/** A film, a picture that is too large, and a file that is not what its name says. */
async function bringIn({ page }: Desk): Promise<void> {
  const files = await page.evaluateHandle(
    ([film, picture]) => {
      const bytes = (base64: string): Uint8Array<ArrayBuffer> =>
        Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes(film)], 'Ашық аспан.mp4', { type: 'video/mp4' }));
      dropped.items.add(new File([bytes(picture)], 'Наурыз мерекесі.png', { type: 'image/png' }));
      dropped.items.add(new File(['<svg><script>alert(1)</script></svg>'], 'logo.png', { type: 'image/png' }));
      return dropped;
    },
    [aFilm().toString('base64'), aPicture(640, 360).toString('base64')] as const,
  );
  await page.dispatchEvent('upload-list .zone', 'drop', { dataTransfer: files });
  await page.locator('[data-upload="pictures/logo.png"][data-state=refused]').waitFor();
  await page.locator('[data-upload="films/ashyq-aspan.mp4"][data-state=done]').waitFor();
}

/** Scenes, shows and media: their libraries, and each one open. */
export const libraryStates: readonly ConsoleState[] = [
  view('scenes', 'Digit7', { forMs: picturesMs }),
  {
    name: 'scenes-new',
    async reach({ desk }) {
      await home(desk);
      await desk.key('Digit7');
      await desk.page.locator('[data-act="new-scene"]').click();
      await desk.page.locator('new-content #type').waitFor();
      return () => home(desk);
    },
  },
  {
    name: 'scenes-new-begun',
    async reach({ desk }) {
      await home(desk);
      await desk.key('Digit7');
      await desk.page.locator('[data-act="new-scene"]').click();
      await desk.page.locator('new-content text-fields input').first().fill('Дала таңы');
      await desk.page.locator('[data-act="new-show"]').click();
      await desk.page.locator('[data-act="new-scene"]').click();
      await desk.page.locator('new-content [data-act=forget]').click();
      await desk.page.locator('new-content [data-act=really-forget]').waitFor();
      return async () => {
        // What is not saved would be spoken of in every view.
        await desk.page.locator('new-content [data-act=really-forget]').click();
        await desk.page.locator('new-content [data-act=forget]').waitFor({ state: 'detached' });
        await home(desk);
      };
    },
  },
  {
    name: 'scene-editor',
    async reach(stage) {
      await change(stage);
      for (const desk of [stage.other, stage.desk]) await open(desk, 'Digit7', 'welcome', '[data-key="scene/welcome"]');
      await stage.desk.page.locator('content-history li').nth(1).waitFor();
      await stage.desk.page.locator('editor-notices .others').waitFor();
      await stage.rest(4_000);
      return async () => {
        await home(stage.other);
        await home(stage.desk);
      };
    },
  },
  {
    name: 'scene-history',
    async reach({ desk }) {
      await open(desk, 'Digit7', 'welcome', '[data-key="scene/welcome"]');
      await desk.page.locator('content-history li button').last().click();
      await bringUp(desk.page, 'content-users');
      return () => home(desk);
    },
  },
  {
    name: 'scene-wrong',
    async reach({ desk }) {
      await open(desk, 'Digit7', 'entrance', '[data-key="scene/entrance"]');
      await desk.page.locator('content-editor #duration').fill('0');
      await desk.page.locator('content-editor [role=alert]').first().waitFor();
      return async () => {
        // What is not saved would be spoken of in every view.
        await desk.page.locator('content-acts [data-act=forget]').click();
        await desk.page.locator('content-acts [data-act=really-forget]').click();
        await desk.page.locator('content-acts [data-act=forget]').waitFor({ state: 'detached' });
        await home(desk);
      };
    },
  },
  {
    name: 'show-editor',
    async reach({ desk, rest }) {
      await open(desk, 'Digit7', 'kazakhstan', '[data-key="show/kazakhstan-way"]');
      await desk.page.locator('cue-list li').first().waitFor();
      await rest(4_000);
      return () => home(desk);
    },
  },
  {
    name: 'show-editor-cue',
    isScrolled: true,
    async reach({ desk }) {
      await open(desk, 'Digit7', 'kazakhstan', '[data-key="show/kazakhstan-way"]');
      await bringUp(desk.page, 'cue-list');
      return () => home(desk);
    },
  },
  view('media', 'Digit8'),
  {
    name: 'media-uploads',
    async reach({ desk }) {
      await home(desk);
      await desk.key('Digit8');
      await bringIn(desk);
      return () => Promise.resolve();
    },
  },
  {
    name: 'medium',
    async reach({ desk, rest }) {
      await open(desk, 'Digit8', 'relief', '[data-medium^="relief/"]');
      await desk.page.locator('medium-detail').waitFor();
      await rest(1_500);
      return () => home(desk);
    },
  },
];
