import type { KeyAct } from './keys.ts';
import type { ViewName } from './views.ts';

/** What the foot bar names in each view. */
export const footKeys: Readonly<Record<ViewName, readonly KeyAct[]>> = {
  hall: ['go', 'standby', 'take', 'preview', 'selectAll', 'zone', 'search', 'details', 'announce'],
  schedule: [],
  show: ['go', 'cueBack', 'pause', 'move', 'stop'],
  journal: ['older'],
  health: [],
  people: [],
  scenes: [],
  media: [],
};
