import type { Report } from '#shared/report.ts';

/** What a player says of the page around it. */
export interface PageState {
  state(): Report['page'];
  /** How often the wall clock was set, or the machine slept. */
  jumps(): number;
  /** What the page cannot have here, in a technician's words. */
  limits(): readonly string[];
  stop(): void;
}

const estimateEveryMs = 2_000;
const jumpMs = 1_000;

/** The build of this page, written into it when it was built. */
export function pageBuild(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? 'dev';
}

function browserName(): string {
  const found = /(?:Edg|OPR|Firefox|Chrome|Version)\/[\d.]+/.exec(navigator.userAgent);
  return (found?.[0] ?? navigator.userAgent).slice(0, 200);
}

export function watchPage(limits: () => readonly string[]): PageState {
  const build = pageBuild();
  const browser = browserName();
  let longTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTaskMs = Math.max(longTaskMs, duration);
  });
  let storage: NonNullable<Report['page']['storage']> | null = null;
  // On an insecure origin there is nothing to ask.
  const estimate = async (): Promise<void> => {
    if (!('storage' in navigator)) return;
    const { usage, quota } = await navigator.storage.estimate();
    if (usage !== undefined && quota !== undefined) storage = { usedBytes: usage, quotaBytes: quota };
  };
  void estimate();
  let offsetMs = Date.now() - performance.now();
  let jumps = 0;
  const looking = setInterval(() => {
    void estimate();
    const now = Date.now() - performance.now();
    if (Math.abs(now - offsetMs) > jumpMs) jumps += 1;
    offsetMs = now;
  }, estimateEveryMs);
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) observer.observe({ type: 'longtask' });
  return {
    state() {
      const { memory } = performance as Performance & { memory?: { readonly usedJSHeapSize: number } };
      const state = {
        visible: document.visibilityState === 'visible',
        width: innerWidth,
        height: innerHeight,
        pixelRatio: devicePixelRatio,
        heapBytes: memory?.usedJSHeapSize ?? null,
        longTaskMs,
        focused: document.hasFocus(),
        storage,
        browser,
        build,
      };
      longTaskMs = 0;
      return state;
    },
    jumps: () => jumps,
    limits,
    stop() {
      observer.disconnect();
      clearInterval(looking);
    },
  };
}
