import type { TimelineHash } from '#shared/ids.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type {
  Cue,
  Medium,
  Scene,
  SceneInstance,
  Show,
  Timeline,
  TimelineCue,
  TimelinePart,
  Transition,
} from '#shared/scene.ts';
import { contentHash } from './canonical.ts';
import { partTargets, screensOf } from './parts.ts';
import { hallOf, type HallState } from './state.ts';

export type Source = { readonly kind: 'show' | 'scene'; readonly id: string };

/** Turns a show or scene into the timeline that runs pin. Throws on an id the state does not have: callers check first. */
export type Compile = (state: HallState, source: Source, targets?: readonly string[]) => Timeline;

const cut: Transition = { type: 'cut', durationMs: 0 };
/** How scenes enter when nobody said otherwise: calm, and short enough for an operator's eye. */
export const defaultTransition: Transition = { type: 'dissolve', durationMs: 900 };

/** The scene with its media resolved: nothing in it changes any more. */
function instance(state: HallState, scene: Scene): SceneInstance {
  const type = sceneType(scene.type);
  const ids = type === undefined ? [] : type.media(type.params.parse(scene.params));
  const media = ids.map((id) => state.medium[id]).filter((medium): medium is Medium => medium !== undefined);
  const { id, version, title, params, durationMs } = scene;
  return {
    scene: id,
    version,
    type: scene.type,
    title,
    params,
    media,
    ...(durationMs === undefined ? {} : { durationMs }),
  };
}

function compileCue(state: HallState, cue: Cue, scenes: Record<string, SceneInstance>): TimelineCue {
  const hall = hallOf(state);
  const parts: TimelinePart[] = [];
  for (const part of cue.parts) {
    const scene = state.scene[part.scene];
    if (scene === undefined) throw new Error(`cue ${cue.id} names scene ${part.scene}, which the hall does not have`);
    const key = `${scene.id}@${scene.version}`;
    scenes[key] = instance(state, scene);
    const span = scene.span ?? sceneType(scene.type)?.span ?? 'screen';
    for (const target of partTargets(hall, part.targets, span)) {
      // A later part of the same cue takes its screens from an earlier, wider one.
      for (const [index, earlier] of parts.entries()) {
        const screens = earlier.screens.filter((screen) => !target.screens.includes(screen));
        parts[index] = { ...earlier, screens };
      }
      parts.push({
        screens: [...target.screens],
        scene: key,
        ...(target.surface === undefined ? {} : { surface: target.surface }),
      });
    }
  }
  const { id, title, trigger, durationMs, policy, critical } = cue;
  return {
    id,
    title,
    trigger,
    ...(durationMs === undefined ? {} : { durationMs }),
    transition: cue.transition ?? defaultTransition,
    parts: parts.filter((part) => part.screens.length > 0),
    ...(policy === undefined ? {} : { policy }),
    ...(critical === undefined ? {} : { critical: screensOf(hall, critical) }),
  };
}

function sealed(body: Omit<Timeline, 'hash'>): Timeline {
  return { ...body, hash: contentHash(body) as TimelineHash };
}

export function compileShow(state: HallState, show: Show): Timeline {
  const scenes: Record<string, SceneInstance> = {};
  const cues = show.cues.map((cue) => compileCue(state, cue, scenes));
  return sealed({
    source: { kind: 'show', id: show.id, version: show.version },
    title: show.title,
    loop: show.loop,
    touch: show.touch,
    solemn: show.solemn,
    scenes,
    cues,
  });
}

/** A single scene on its targets: one cue that lasts as long as the scene does. */
export function compileScene(state: HallState, scene: Scene, targets: readonly string[]): Timeline {
  const scenes: Record<string, SceneInstance> = {};
  const { id, version, title, durationMs } = scene;
  const cue = compileCue(
    state,
    {
      id,
      title,
      trigger: 'follow',
      ...(durationMs === undefined ? {} : { durationMs }),
      parts: [{ targets: [...targets], scene: id }],
    },
    scenes,
  );
  return sealed({
    source: { kind: 'scene', id, version },
    title,
    loop: false,
    touch: 'open',
    solemn: false,
    scenes,
    cues: [cue],
  });
}

/** A slate the hall makes by itself (emergency, closed): one scene of a built-in type on its targets, entered by a cut. */
export function compileSlate(
  state: HallState,
  slate: {
    readonly id: string;
    readonly type: string;
    readonly title: Timeline['title'];
    readonly params: Record<string, unknown>;
  },
  targets: readonly string[],
): Timeline {
  const scene: Scene = { id: slate.id, version: 1, type: slate.type, title: slate.title, params: slate.params };
  const made = instance(state, scene);
  const key = `${slate.id}@1`;
  const parts = partTargets(hallOf(state), targets, 'screen').map((part) => ({
    screens: [...part.screens],
    scene: key,
  }));
  return sealed({
    source: { kind: 'slate', id: slate.id, version: 1 },
    title: slate.title,
    loop: false,
    touch: 'locked',
    solemn: true,
    scenes: { [key]: made },
    cues: [{ id: slate.id, title: slate.title, trigger: 'follow', transition: cut, parts }],
  });
}

/**
 * A compiler that remembers its last result for each source while nothing it depends on has changed.
 * The memo belongs to the caller; equal input, equal output, with or without it.
 */
export function createCompile(): Compile {
  const memo = new Map<string, { readonly on: readonly unknown[]; readonly timeline: Timeline }>();
  return (state, source, targets = []) => {
    const subject = source.kind === 'show' ? state.show[source.id] : state.scene[source.id];
    if (subject === undefined) throw new Error(`the hall has no ${source.kind} ${source.id}`);
    const key = `${source.kind}:${source.id}:${targets.join(',')}`;
    const on = [subject, state.scene, state.medium, state.hall];
    const known = memo.get(key);
    if (known !== undefined && known.on.every((value, index) => value === on[index])) return known.timeline;
    const timeline =
      source.kind === 'show' ? compileShow(state, subject as Show) : compileScene(state, subject as Scene, targets);
    memo.set(key, { on, timeline });
    return timeline;
  };
}
