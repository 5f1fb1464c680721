import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { createServer } from 'vite';
import { textFaults } from '../../scripts/pictures/text-faults.ts';
import { launchBrowser } from './browser.ts';

export interface PreviewPages {
  /** Where the server serves the project's files; ends in a slash. */
  readonly base: string;
  /** Opens one scene without a controller and waits until it is ready. */
  open(page: Page, query: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** The instant the preview page takes for now unless told otherwise. */
export const previewNowMs = Date.parse('2026-05-20T05:20:00Z');

/** Serves the preview page; in it, `textFaults()` says what is wrong with the text of the picture. */
export async function servePreview(): Promise<PreviewPages> {
  const server = await createServer({
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    base,
    async open(page, query) {
      await page.addInitScript(`globalThis.textFaults = ${textFaults.toString()}`);
      await page.goto(`${base}displays/preview.html?${new URLSearchParams(query).toString()}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 });
    },
    close: () => server.close(),
  };
}

export interface PreviewBrowser extends PreviewPages {
  readonly browser: Browser;
}

/** The same, with a browser to look at it; both end together. */
export async function openPreview(args: readonly string[] = []): Promise<PreviewBrowser> {
  const [pages, browser] = await Promise.all([servePreview(), launchBrowser(args)]);
  return {
    ...pages,
    browser,
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}
