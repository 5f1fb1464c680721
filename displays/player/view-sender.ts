import type { SceneView } from '#shared/scene-view.ts';

/** What a visitor chose goes out at once, but at most four times a second; the last choice always goes out. */
const everyMs = 250;

export function createViewSender(send: (view: SceneView) => void, now: () => number = () => performance.now()) {
  let sentAt = -Infinity;
  let waiting: SceneView | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    if (waiting === null) return;
    sentAt = now();
    send(waiting);
    waiting = null;
  }
  return {
    push(view: SceneView): void {
      waiting = view;
      timer ??= setTimeout(flush, Math.max(0, sentAt + everyMs - now()));
    },
    stop: () => clearTimeout(timer),
  };
}
