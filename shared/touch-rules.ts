import { z } from 'zod';
import { Slug } from './ids.ts';
import { Targets } from './scene.ts';

const Value = z.union([z.string().min(1).max(200), z.number()]);

/**
 * What the hall answers to a visitor: when a panel emits a topic with a value, the targets show a scene for a while.
 * Where two visitors disagree, the later touch wins on each screen; where two rules answer the same touch, the higher
 * priority, then the rule that comes first in the hall.
 */
export const TouchRule = z.strictObject({
  id: Slug,
  when: z.strictObject({
    /** The screen that is touched, or a surface or zone that holds it. */
    panel: Slug,
    /** As the scene says it: `year`, `region`, `event`. */
    topic: z.string().min(1).max(64),
    /** Absent: any value. A range is of numbers, both ends included. */
    values: z.union([z.array(Value).min(1).max(200), z.strictObject({ from: z.number(), to: z.number() })]).optional(),
  }),
  scene: Slug,
  targets: Targets,
  /** How long the scene stays after the last such touch. */
  seconds: z.int().min(3).max(300).default(20),
  priority: z.int().min(-100).max(100).default(0),
  enabled: z.boolean().default(true),
});
export type TouchRule = z.infer<typeof TouchRule>;
