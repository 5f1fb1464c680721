import type { KeyAct } from './keys.ts';
import type { ViewName } from './views.ts';

/** What the foot bar names in each view. */
export const footKeys: Readonly<Record<ViewName, readonly KeyAct[]>> = {
  hall: ['go', 'standby', 'take', 'preview', 'selectAll', 'zone', 'search', 'details', 'announce'],
  schedule: ['newRule', 'saveChange', 'undoChange', 'earlier', 'later', 'search', 'move'],
  show: ['go', 'cueBack', 'pause', 'move', 'stop'],
  journal: ['older', 'exportAll'],
  health: ['move', 'allScreens', 'identify', 'lookNow', 'corners', 'pairing', 'exportMonth'],
  people: ['addPerson'],
  scenes: ['search', 'move', 'newScene', 'newShow', 'saveDraft', 'submit', 'publish'],
  media: ['search', 'move', 'upload', 'removeMedium'],
};
