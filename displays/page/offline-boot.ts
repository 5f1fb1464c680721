import { pageBuild } from '../player/page-state.ts';

/**
 * Keeps this page on the machine, so that it boots without a controller. Returns whether it would by now; it cannot on
 * an insecure origin, and not under development, where pages change all the time.
 */
export function keepForOfflineBoot(onError: (what: string) => void): () => boolean {
  let isKept = false;

  async function keep(): Promise<void> {
    if (!('serviceWorker' in navigator) || pageBuild() === 'dev') return;
    try {
      await navigator.serviceWorker.register('/display/service-worker.js', { scope: '/display/' });
      await navigator.serviceWorker.ready;
      isKept = true;
    } catch (error) {
      onError(error instanceof Error ? error.message : String(error));
    }
  }
  void keep();
  return () => isKept;
}
