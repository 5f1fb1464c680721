import type { SceneView } from '#shared/scene-view.ts';
import type { Text } from '#shared/text.ts';
import type { Appearance } from './appearance.ts';
import { bind } from './bindings.ts';
import { canvasOf } from './geometry.ts';
import { contextKey, contextOf, type ContextSource } from './scene-context.ts';
import { createMount, type MountOptions, type SceneMount } from './scene-mount.ts';

export interface ScenesOptions {
  readonly box: HTMLElement;
  readonly source: () => ContextSource;
  readonly hold: MountOptions['hold'];
  readonly onCame: MountOptions['onCame'];
  readonly onView: (key: string, view: SceneView) => void;
  readonly onTouch: (key: string, topic: string, value: string | number) => void;
  readonly onError: (where: string, what: string) => void;
  readonly onMended: (where: string) => void;
}

/** The scenes of one player, on the stage and behind it, by the key of their appearance. */
export interface Scenes {
  /** Keeps exactly these, in the order of their importance: what is on the glass or due `now`, and what has time. */
  keep(now: readonly Appearance[], later: readonly Appearance[]): void;
  get(key: string): SceneMount | undefined;
  all(): ReadonlyMap<string, SceneMount>;
  /** One of them is not yet what it will be. */
  arePreparing(): boolean;
  stop(): void;
}

export function createScenes(options: ScenesOptions): Scenes {
  const { box, source, hold, onCame, onError, onMended } = options;
  let mounts = new Map<string, SceneMount>();
  const told = new Map<SceneMount, string>();
  const keys = new Map<SceneMount, string>();

  function create(appearance: Appearance): SceneMount {
    const mount: SceneMount = createMount({
      appearance,
      context: contextOf(appearance, source()),
      hallName: hallName(),
      hold,
      onCame,
      onView: (view) => options.onView(keys.get(mount) ?? '', view),
      onTouch: (topic, value) => options.onTouch(keys.get(mount) ?? '', topic, value),
      onError,
      onMended,
    });
    mount.place(canvasOf(source().plan().setup, appearance.part));
    mount.setStand('hidden');
    box.append(mount.box);
    told.set(mount, contextKey(appearance, source()));
    return mount;
  }
  const hallName = (): Text => source().plan().setup.hall.name;

  /** Gives the mount what its place in the plan says now; nothing is rendered where nothing changed. */
  function tell(mount: SceneMount, appearance: Appearance): void {
    const key = contextKey(appearance, source());
    if (told.get(mount) === key) return;
    told.set(mount, key);
    mount.place(canvasOf(source().plan().setup, appearance.part));
    mount.setContext(contextOf(appearance, source()));
  }

  function drop(mount: SceneMount): void {
    mount.remove();
    told.delete(mount);
    keys.delete(mount);
  }

  return {
    keep(now, later) {
      const wanted = [...now, ...later];
      const held = [...mounts].map(([key, mount]) => {
        return { key, content: mount.content, isReady: mount.state().is === 'ready' };
      });
      const next = new Map<string, SceneMount>();
      for (const [index, { key, from }] of bind(held, now, later).entries()) {
        const appearance = wanted[index];
        if (appearance === undefined || next.has(key)) continue;
        const mount = (from === null ? undefined : mounts.get(from)) ?? create(appearance);
        keys.set(mount, key);
        next.set(key, mount);
        tell(mount, appearance);
      }
      const kept = new Set(next.values());
      for (const mount of mounts.values()) if (!kept.has(mount)) drop(mount);
      mounts = next;
    },
    get: (key) => mounts.get(key),
    all: () => mounts,
    arePreparing: () => [...mounts.values()].some((mount) => !['ready', 'failed'].includes(mount.state().is)),
    stop() {
      for (const mount of mounts.values()) drop(mount);
      mounts = new Map();
    },
  };
}
