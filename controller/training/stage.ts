import type { HallNews, PlanNews } from '../core/ports.ts';
import type { Engine } from '../engine/engine.ts';
import { createListeners } from '#shared/listeners.ts';

/** One place at which engines come and go, while those who listen to it stay. */
export interface Stage {
  /** Whatever engine is on; asked while none is, it brings one. */
  readonly engine: Engine;
  isOn(): boolean;
  /** Takes the engine off; the next question brings a new one. */
  clear(): void;
  /** Puts a new engine on, and tells everybody all of it. */
  renew(): void;
}

/** `begin` makes an engine at work, and its end. `now` is the time of all of them: asking for it brings none. */
export function createStage(
  begin: () => { readonly engine: Engine; readonly end: () => void },
  now: Engine['now'],
): Stage {
  const news = createListeners<HallNews>();
  const plans = createListeners<readonly PlanNews[]>();
  const decisions = createListeners<NonNullable<HallNews['changed']>>();
  const incidents = createListeners<NonNullable<HallNews['incidents']>>();
  let on: { readonly engine: Engine; readonly end: () => void } | null = null;

  function current(): Engine {
    if (on !== null) return on.engine;
    const { engine, end } = begin();
    const stops = [
      engine.subscribe((one) => news.tell(one)),
      engine.onPlans((some) => plans.tell(some)),
      engine.onDecided((changed) => decisions.tell(changed)),
      engine.onIncidents((some) => incidents.tell(some)),
    ];
    on = {
      engine,
      end() {
        for (const stop of stops) stop();
        end();
      },
    };
    return engine;
  }

  function clear(): void {
    on?.end();
    on = null;
  }

  return {
    // Everything but listening is the present engine's own; its members need no `this`.
    engine: new Proxy({} as Engine, {
      get(_nothing, name: keyof Engine) {
        if (name === 'now') return now;
        if (name === 'subscribe') return (listener: Parameters<Engine['subscribe']>[0]) => news.add(listener);
        if (name === 'onPlans') return (listener: Parameters<Engine['onPlans']>[0]) => plans.add(listener);
        if (name === 'onDecided') return (listener: Parameters<Engine['onDecided']>[0]) => decisions.add(listener);
        if (name === 'onIncidents') return (listener: Parameters<Engine['onIncidents']>[0]) => incidents.add(listener);
        return current()[name];
      },
    }),
    isOn: () => on !== null,
    clear,
    renew() {
      clear();
      const { revision, screens, runs, standbys, doors, lastAct, losses, incidents: open = [] } = current().facts();
      const changed = ['hall', 'scene', 'show', 'medium'].map((kind) => ({ kind, id: kind }));
      news.tell({ revision, screens, desk: { runs, standbys, doors, lastAct, losses }, incidents: open, changed });
      decisions.tell(changed);
      plans.tell([]);
    },
  };
}
