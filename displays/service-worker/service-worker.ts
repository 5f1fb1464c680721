/**
 * Lets a paired player boot while the controller is dead: the page and everything it is made of are kept on this machine.
 * Media and plans are the page's own business. Served for /display/ alone, on secure origins alone.
 */

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
// The page's types know no service worker's scope; this is what is used of it.
const scope = self as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

/** Written in by the build: its name, and the files that the player's page may ever ask for. */
declare const SHANYRAQ_PLAYER: { readonly build: string; readonly files: readonly string[] };

const player = SHANYRAQ_PLAYER;
const prefix = 'shanyraq-player-';
const kept = `${prefix}${player.build}`;
const page = '/display/';
/** A controller that does not answer by then is as good as dead. */
const patienceMs = 2_000;

async function install(): Promise<void> {
  const cache = await caches.open(kept);
  await cache.addAll([page, ...player.files]);
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== kept).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
}

/** The controller's page, which may be newer; the kept one where there is no controller. */
async function navigate(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    if (response.status < 500) return response;
  } catch {
    // Unreachable: that is what the kept page is for.
  }
  return (await caches.match(page)) ?? Response.error();
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(navigate(request));
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(file(request));
});
