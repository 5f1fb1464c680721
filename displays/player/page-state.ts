import type { Report } from '#shared/report.ts';

/** What a player says of the page around it. */
export interface PageState {
  state(): Report['page'];
  /** What the page cannot have here, in a technician's words. */
  limits(): readonly string[];
  stop(): void;
}

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
        browser,
        build,
      };
      longTaskMs = 0;
      return state;
    },
    limits,
    stop: () => observer.disconnect(),
  };
}
