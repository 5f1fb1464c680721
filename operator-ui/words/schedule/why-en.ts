/** Words of “Why this?”. In `whys`: `title` has the screen, `by` is its layer, or the two priorities. */
export const whyEn = {
  heading: 'Why this?',
  ask: 'Ask',
  now: 'Now',
  screen: 'Screen',
  at: 'At; empty: now',
  next: 'Next change',
  never: 'nothing for two months',
  rule: (id: string) => `rule ${id}`,
  by: (owner: string) => `started by ${owner}`,
  /** In brackets after who has the higher one. */
  priorities: (winner: number, lost: number) => `${winner}, this has ${lost}`,
  whys: {
    layer: (_title: string, by: string) => `the layer “${by}” stands above it`,
    closed: (_title: string, _by: string) => 'the hall is closed, and its rule does not run outside opening hours',
    'outside-hours': (title: string, _by: string) => `“${title}” may run outside opening hours`,
    priority: (title: string, by: string) => `“${title}” has the higher priority${by === '' ? '' : ` (${by})`}`,
    specificity: (title: string, _by: string) => `“${title}” names this screen more directly`,
    start: (title: string, _by: string) => `“${title}” started later`,
    id: (_title: string, _by: string) => 'both started at the same instant, and the order of their ids decides',
    waits: (_title: string, _by: string) => 'its cue for this screen comes later',
    'no-scene': (_title: string, _by: string) => 'it has nothing for this screen',
    ended: (_title: string, _by: string) => 'it has run to its end',
  },
};
