import type { Cue, Show } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';

/** A cue to fill in, under an id of its own within the show. */
export function freshCue({ cues }: Pick<Show, 'cues'>): Cue {
  const taken = new Set(cues.map(({ id }) => id));
  let number = cues.length + 1;
  while (taken.has(`cue-${number}`)) number += 1;
  return { id: `cue-${number}`, title: {}, trigger: 'go', parts: [{ targets: [], scene: '' }] };
}

/** The list with one of it an earlier or a later one. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(index, 1);
  if (one !== undefined) next.splice(index + by, 0, one);
  return next;
}

/** A show to begin with. */
export function freshShow(id: string, title: Text): Show {
  return {
    id,
    version: 1,
    title,
    loop: false,
    touch: 'local',
    listed: true,
    solemn: false,
    cues: [{ ...freshCue({ cues: [] }), title, trigger: 'follow' }],
  };
}
