import type { Desired } from '#shared/facts.ts';
import type { Plan } from '#shared/plan.ts';
import { sceneAt } from '#shared/scene-at.ts';

/** What the plan wants on its screen at `t`, ms of shared time. */
export function desiredAt(plan: Plan, t: number): Desired {
  const { item, timeline, cue, shown, power, language } = sceneAt(plan, t);
  return {
    revision: plan.revision,
    run: item.run,
    layer: item.layer,
    scene: shown?.scene.scene ?? null,
    type: shown?.scene.type ?? null,
    title: shown?.scene.title ?? timeline.title,
    cue,
    since: shown?.enteredAt ?? item.from,
    until: item.until,
    language,
    power,
  };
}
