import type { ViewName } from './views.ts';

interface ViewKey {
  /** The key's place, `+` before it where Shift goes with it. */
  readonly code: string;
  /** Places that mean the same: the sign on the key with Shift, the block of figures. */
  readonly also?: readonly string[];
  /** The button of the view that it presses: a key never does what its button may not. */
  readonly button: string;
  /** What has the keyboard then; absent: whatever had it. */
  readonly next?: string;
}

/**
 * Keys of one view alone. None of them is a key that acts on the hall from every view. What weighs more goes with
 * Shift.
 */
const table = {
  hall: {
    closer: { code: 'Equal', also: ['+Equal', 'NumpadAdd'], button: '[data-act=closer]' },
    farther: { code: 'Minus', also: ['NumpadSubtract'], button: '[data-act=farther]' },
    wholePlan: { code: 'Digit0', also: ['Numpad0'], button: '[data-act=whole]' },
  },
  schedule: {
    newRule: { code: 'KeyN', button: '[data-act=new]' },
    saveChange: { code: 'KeyS', button: '[data-act=save]' },
    undoChange: { code: '+KeyU', button: '[data-act=undo]' },
    earlier: { code: 'Comma', button: '[data-act=earlier]' },
    later: { code: 'Period', button: '[data-act=later]' },
    today: { code: 'KeyT', button: '[data-act=today]' },
    // The first, the second and the third of three buttons, in whatever language their first letters are.
    oneDay: { code: '+Digit1', button: '[data-span=timeGridDay]' },
    oneWeek: { code: '+Digit2', button: '[data-span=timeGridWeek]' },
    oneMonth: { code: '+Digit3', button: '[data-span=dayGridMonth]' },
    planPane: { code: 'KeyP', button: '[data-pane=plan]', next: '[data-show]' },
    rulesPane: { code: 'KeyF', button: '[data-pane=rules]', next: 'input[type=search]' },
    hoursPane: { code: 'KeyH', button: '[data-pane=hours]', next: '[data-weekday]' },
    daysPane: { code: '+KeyH', button: '[data-pane=days]', next: '[data-act=new-day]' },
    rehearse: { code: 'KeyG', button: '[data-act=rehearse]' },
    mourn: { code: '+KeyN', button: '[data-act=mourn]' },
  },
  journal: {
    older: { code: 'KeyN', button: '[data-act=older]' },
    exportAll: { code: '+KeyS', button: '[data-export]' },
  },
  health: {
    allScreens: { code: 'Backspace', button: '[data-act=all]' },
    identify: { code: 'KeyN', button: '[data-act=identify]' },
    testGrid: { code: 'KeyG', button: '[data-act=test-grid]' },
    lookNow: { code: 'KeyV', button: '[data-act=screenshot]' },
    corners: { code: 'KeyQ', button: '[data-act=corners]' },
    pairing: { code: 'KeyP', button: '[data-latin]', next: '[data-latin]' },
    exportMonth: { code: '+KeyS', button: '[data-act=export]' },
  },
  people: {
    addPerson: { code: 'KeyN', button: '[data-act=add]' },
  },
  scenes: {
    newScene: { code: 'KeyN', button: '[data-act=new-scene]' },
    newShow: { code: '+KeyN', button: '[data-act=new-show]' },
    saveDraft: { code: 'KeyS', button: '[data-act=save]' },
    submit: { code: '+KeyS', button: '[data-act=submit]' },
    giveBack: { code: 'KeyG', button: '[data-act=give-back]' },
    publish: { code: '+KeyP', button: '[data-act=publish]' },
    // Asked once more: Enter says yes.
    forget: { code: 'KeyX', button: '[data-act=forget]', next: '[data-act=really-forget]' },
    discard: { code: '+KeyX', button: '[data-act=discard]', next: '[data-act=really-discard]' },
    duplicate: { code: 'KeyY', button: '[data-act=copy]' },
    remove: { code: 'Delete', button: '[data-act=delete]' },
    history: { code: 'KeyH', button: '[data-act=edition]', next: '[data-act=edition]' },
    revert: { code: '+KeyH', button: '[data-act=revert]' },
    addCue: { code: 'KeyQ', button: '[data-act=add-cue]' },
    removeCue: { code: '+KeyQ', button: '[data-act=remove-cue]' },
  },
  media: {
    upload: { code: 'KeyN', button: 'input[type=file]' },
    removeMedium: { code: 'Delete', button: '[data-act=delete]' },
  },
} as const satisfies Partial<Record<ViewName, Readonly<Record<string, ViewKey>>>>;

type Table = typeof table;
type KeyedView = keyof Table;
/** What the keys of single views do. */
export type ViewAct = { [V in KeyedView]: keyof Table[V] }[KeyedView];

/** Where the keyboard goes in a view when an arrow is pressed and nothing has it. */
export const viewLists: Readonly<Record<ViewName, string>> = {
  hall: 'screen-tile[tabindex="0"], td input[type=checkbox]',
  schedule: '[role=button][tabindex="0"]',
  show: 'tbody tr[tabindex="0"]',
  journal: 'journal-view',
  health: 'a[data-screen][tabindex="0"], health-screen',
  people: 'people-view',
  scenes: '[data-key][tabindex="0"]',
  media: '[data-medium][tabindex="0"]',
};

const entries = Object.entries(table).flatMap(([view, keys]) =>
  Object.entries(keys).map(([act, key]: [string, ViewKey]) => ({ view, act: act as ViewAct, ...key })),
);
const byAct = new Map(entries.map((entry) => [entry.act, entry]));
const byPlace = new Map(
  entries.flatMap(({ view, code, also = [], act }) =>
    [code, ...also].map((place) => [`${view} ${place}`, act] as const),
  ),
);

/** The act of the key in this view; null: the view has none of its own there. */
export function viewActOf(view: ViewName, code: string): ViewAct | null {
  return byPlace.get(`${view} ${code}`) ?? null;
}

export function isViewAct(act: string): act is ViewAct {
  return byAct.has(act as ViewAct);
}

export function viewKeyOf(act: ViewAct): ViewKey {
  const found = byAct.get(act);
  if (found === undefined) throw new Error(`${act} has no key`);
  return found;
}

/** The acts of the view that have keys, in the order of the list. */
export function actsOf(view: ViewName): readonly ViewAct[] {
  return entries.filter((entry) => entry.view === view).map(({ act }) => act);
}
