export interface ReloaderOptions {
  readonly build: string;
  /** Changes whenever a scene of this page gives way to another. */
  readonly boundary: () => string;
  /** Nobody looks: the hall is closed, or the screens sleep. */
  readonly isClosed: () => boolean;
}

const lookMs = 250;
const triedKey = 'shanyraq.reloaded-for';

/** Reloads an outdated page where it disturbs least: when the hall is closed, or as one scene gives way to another. */
export function createReloader({ build, boundary, isClosed }: ReloaderOptions) {
  let looking: ReturnType<typeof setInterval> | undefined;
  return {
    outdated(wanted: string): void {
      // What a reload did not bring once, it will not bring twice; and a page under development reloads itself.
      const isHopeless = wanted === build || build === 'dev' || sessionStorage.getItem(triedKey) === wanted;
      if (isHopeless || looking !== undefined) return;
      const before = boundary();
      looking = setInterval(() => {
        if (!isClosed() && boundary() === before) return;
        sessionStorage.setItem(triedKey, wanted);
        location.reload();
      }, lookMs);
    },
    stop: () => clearInterval(looking),
  };
}
