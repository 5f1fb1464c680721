import { extname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build, createServer, type Plugin } from 'vite';
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

const root = resolve(import.meta.dirname, '../..');
const source = 'displays/preview.html';

/** The preview page as players get theirs: built, in a few files where the development server has hundreds. */
async function builtPreview(): Promise<Plugin> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { write: false, target: 'es2024', assetsInlineLimit: 0, rolldownOptions: { input: join(root, source) } },
  });
  if (!('output' in built)) throw new Error('the preview page was not built');
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  return {
    name: 'shanyraq:built-preview',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?');
        const file = files.get(path);
        if (file === undefined) return next();
        response.setHeader('content-type', mime[extname(path)] ?? 'application/octet-stream');
        response.end(file);
      });
    },
  };
}

const mime: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves the preview page; in it, `textFaults()` says what is wrong with the text of the picture. */
export async function servePreview(): Promise<PreviewPages> {
  const server = await createServer({
    root,
    plugins: [await builtPreview()],
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    base,
    async open(page, query) {
      await page.addInitScript(`globalThis.textFaults = ${textFaults.toString()}`);
      await page.goto(`${base}${source}?${new URLSearchParams(query).toString()}`);
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
