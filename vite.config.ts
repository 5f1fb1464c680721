import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const root = import.meta.dirname;

/** Each page: its URL, and the source it is built from. The sources name their scripts from the root, for both to work. */
const pages = [
  { name: 'console', url: '/', source: 'operator-ui/index.html' },
  { name: 'guide', url: '/guide/', source: 'operator-ui/guide.html' },
  { name: 'display', url: '/display/', source: 'displays/index.html' },
  { name: 'hall', url: '/hall/', source: 'displays/hall.html' },
  { name: 'mirrors', url: '/mirrors/', source: 'displays/mirrors.html' },
] as const;

const serviceWorker = 'display/service-worker.js';

const controller = process.env['CONTROLLER'] ?? 'http://127.0.0.1:8080';

/** Gives the pages the URLs of the product, whatever room their source lives in. */
function pageUrls(): Plugin {
  return {
    name: 'shanyraq:page-urls',
    enforce: 'post',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path, query] = (request.url ?? '').split('?', 2);
        const page = pages.find(({ url }) => url === path);
        if (page !== undefined) request.url = `/${page.source}${query === undefined ? '' : `?${query}`}`;
        next();
      });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        // Names of built files follow from their contents, so all of them together name the build.
        const names = Object.keys(bundle).filter((name) => !name.endsWith('.map'));
        const build = createHash('sha256').update(names.toSorted().join()).digest('hex').slice(0, 16);
        this.emitFile({ type: 'asset', fileName: 'build.json', source: JSON.stringify({ build }) });
        writePlayerInto(bundle, build);
        for (const { url, source } of pages) {
          const page = bundle[source];
          if (page?.type !== 'asset') throw new Error(`${source} was not built`);
          delete bundle[source];
          this.emitFile({
            type: 'asset',
            fileName: `${url.slice(1)}index.html`,
            source: withBuild(page.source, build),
          });
        }
      },
    },
  };
}

/** Tells the service worker what the player's page is made of. Its own name has no hash: browsers find it by its place. */
function writePlayerInto(bundle: Rolldown.OutputBundle, build: string): void {
  const worker = bundle[serviceWorker];
  if (worker?.type !== 'chunk') throw new Error(`${serviceWorker} was not built`);
  const files = reachableFrom(bundle, 'displays/index.html').map((name) => `/${name}`);
  worker.code = worker.code.replaceAll('SHANYRAQ_PLAYER', JSON.stringify({ build, files }));
}

/** Everything that a built page may ask for, now or later: the files whose names are in it, in those, and so on. */
function reachableFrom(bundle: Rolldown.OutputBundle, start: string): readonly string[] {
  const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'));
  const reached = new Set([start]);
  for (const name of reached) {
    const file = bundle[name];
    const text = file === undefined || !/\.(html|js|css)$/.test(name) ? '' : textOf(file);
    for (const asset of assets) if (text.includes(asset.slice('assets/'.length))) reached.add(asset);
  }
  reached.delete(start);
  return [...reached];
}

function textOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  return file.type === 'chunk' ? file.code : String(file.source);
}

/** The page, saying which build it is: players tell the controller, which knows its own from build.json. */
function withBuild(source: string | Uint8Array, build: string): string {
  return String(source).replace('<head>', `<head>\n    <meta name="build" content="${build}" />`);
}

export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [pageUrls()],
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // Fonts and pictures stay files: a strict content security policy knows no data: sources for them.
    assetsInlineLimit: 0,
    // The polyfill would be needed by browsers that cannot run the pages anyway.
    modulePreload: { polyfill: false },
    sourcemap: true,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(pages.map(({ name, source }) => [name, resolve(root, source)])),
        'service-worker': resolve(root, 'displays/service-worker/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? serviceWorker : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/(api|healthz|readyz|metrics)(/|$)': controller,
      '/socket.io': { target: controller, ws: true },
    },
  },
});
