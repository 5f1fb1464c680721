import type { Change, Decision, Documents, Kind, Log } from '#core/ports.ts';
import { Hall } from '#shared/hall.ts';
import { RunId, ScreenId, TimelineHash } from '#shared/ids.ts';

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const hash = TimelineHash.parse('0123456789abcdef');
const text = { kk: 'Қазақстан', ru: 'Казахстан', en: 'Kazakhstan' };

/** One valid document of every kind. */
export const samples: { readonly [K in Kind]: Documents[K] } = {
  hall: Hall.parse({
    id: 'hall',
    name: text,
    timeZone: 'Asia/Almaty',
    languages: { default: 'kk', order: ['kk', 'ru', 'en'], names: { kk: 'Қазақша', ru: 'Русский', en: 'English' } },
    floorPlan: { widthM: 20, heightM: 14 },
    screens: [
      {
        id: 'map',
        number: 1,
        name: text,
        kind: 'panel',
        widthPx: 3840,
        heightPx: 2160,
        widthMm: 1428,
        heightMm: 804,
        viewingDistanceMm: 900,
        defaultLanguage: 'kk',
        place: { xM: 1.5, yM: 2 },
      },
    ],
    openingHours: { weekly: [{ weekdays: [2, 3], from: '10:00', to: '18:00' }] },
  }),
  scene: { id: 'steppe', version: 3, type: 'title', title: text, params: { text, size: 0.1 } },
  show: {
    id: 'day',
    version: 1,
    title: text,
    loop: true,
    touch: 'local',
    listed: true,
    solemn: false,
    cues: [
      {
        id: 'first',
        title: text,
        trigger: 'follow',
        durationMs: 60_000,
        parts: [{ targets: ['all'], scene: 'steppe' }],
      },
    ],
  },
  rule: {
    id: 'ambient',
    version: 1,
    show: 'day',
    layer: 'ambient',
    when: { always: true },
    priority: 0,
    targets: ['all'],
    except: [],
    enabled: true,
    outsideHours: false,
    listed: true,
  },
  exception: { rule: 'ambient', date: '2026-12-16', version: 1, change: { is: 'skip' }, reason: 'Independence Day' },
  day: { date: '2026-12-16', version: 1, name: text, hours: 'none', zones: [], tone: 'usual' },
  medium: { id: 'steppe.webp', hash: 'a'.repeat(64), bytes: 1234, mime: 'image/webp' },
  imported: { id: 'last', versions: { 'scene/steppe': 3 } },
  draft: {
    id: 'scene/steppe',
    content: { kind: 'scene', body: { id: 'steppe', version: 3, type: 'title', title: text, params: { text } } },
    base: 3,
    version: 2,
    authors: [{ id: 'aliya', name: 'Әлия' }],
    state: { is: 'review', by: 'Әлия', at: 1_790_000_000_000, note: null },
    changedBy: 'Әлия',
    changedAt: 1_790_000_000_000,
  },
  discarded: {
    id: 'scene/steppe@9',
    draft: {
      id: 'scene/steppe',
      content: { kind: 'scene', body: { id: 'steppe', version: 3, type: 'title', title: text, params: { text } } },
      base: 3,
      version: 2,
      authors: [{ id: 'aliya', name: 'Әлия' }],
      state: { is: 'draft', returned: null },
      changedBy: 'Әлия',
      changedAt: 1_790_000_000_000,
    },
  },
  edition: {
    id: 'scene/steppe@7',
    content: { kind: 'scene', body: { id: 'steppe', version: 3, type: 'title', title: text, params: { text } } },
    how: 'published',
    authors: ['Әлия'],
    by: 'Болат',
    at: 1_790_000_000_000,
  },
  run: {
    id: RunId.parse('run-1'),
    layer: 'manual',
    timeline: hash,
    targets: ['all'],
    except: [],
    from: 1_800_000_000_000.25,
    until: null,
    segments: [{ zero: 1_800_000_000_000.25, at: 0, rate: 1, cue: 0 }],
    owner: 'Aigul',
    reason: null,
    language: null,
    touch: 'local',
    transition: { type: 'cut', durationMs: 0 },
    priority: 0,
    outsideHours: false,
    rule: null,
  },
  standby: {
    id: 'standby-1',
    timeline: hash,
    cue: 0,
    targets: ['all'],
    screens: [ScreenId.parse('map')],
    language: null,
    owner: null,
    at: 1,
    except: [],
    holdFor: 60_000,
    reason: 'A visit',
  },
  overlay: { id: 'overlay-1', type: 'ribbon', from: 1, until: 2, params: { text }, targets: ['all'] },
  timeline: {
    hash,
    source: { kind: 'show', id: 'day', version: 1 },
    title: text,
    loop: true,
    touch: 'local',
    solemn: false,
    scenes: {
      'steppe@3': { scene: 'steppe', version: 3, type: 'title', title: text, params: { text }, media: [] },
    },
    cues: [
      {
        id: 'first',
        title: text,
        trigger: 'follow',
        durationMs: 60_000,
        transition: { type: 'dissolve', durationMs: 800 },
        parts: [{ screens: [ScreenId.parse('map')], scene: 'steppe@3' }],
      },
    ],
  },
  person: {
    id: 'aigul',
    name: 'Aigul',
    role: 'operator',
    zones: ['walls'],
    passwordHash: null,
    secondFactor: { secret: 'MFRGG', recoveryHashes: ['c'.repeat(64)] },
    pinHash: null,
    disabled: false,
  },
  session: {
    id: 'session-1',
    person: 'aigul',
    createdAt: 1,
    expiresAt: 2,
    tablet: null,
    browser: 'Chromium',
    address: '10.0.0.7',
  },
  tablet: { id: 'tablet-1', name: 'Tablet at the door', tokenHash: 'd'.repeat(64), pairedAt: 1 },
  hold: { id: 'clock', since: 1_766_000_000_000, byMs: -4_000, why: 'step' },
  apiKey: {
    id: 'key-1',
    name: 'Ticketing',
    keyHash: 'e'.repeat(64),
    permissions: ['hall.see'],
    zones: null,
    createdAt: 1,
    expiresAt: 2,
  },
  screenToken: {
    id: 'map',
    tokenHash: 'b'.repeat(64),
    pairedAt: 1,
    dueAt: 2,
    next: 'e'.repeat(64),
    spent: ['f'.repeat(64)],
    copy: { from: '10.0.0.9', at: 3 },
  },
  keptOut: { id: 'map', by: 'Aliya', since: 1 },
  maintenance: { id: 'maintenance-1', targets: ['map'], from: 1, until: null, reason: 'a new lamp', owner: 'Aliya' },
  incidentNote: {
    id: 'incident-1',
    acknowledged: { by: 'Aliya', at: 2 },
    assignee: null,
    comments: [{ by: 'Aliya', at: 2, text: 'The plug was out.' }],
  },
  act: {
    id: 'last',
    command: 'run.release',
    commandId: 'key/1',
    by: 'Aliya',
    at: 2,
    runs: [{ id: RunId.parse('run-1'), before: null, after: null }],
    standbys: [],
    doors: null,
    undoes: null,
  },
  ask: { id: RunId.parse('run-1'), by: 'Dana', at: 3, message: 'A school class is waiting.' },
  loss: {
    id: RunId.parse('run-1'),
    title: { en: 'Poem' },
    targets: ['all'],
    owner: 'Aliya',
    by: 'Dana',
    at: 3,
    how: 'ended',
    reason: 'A delegation',
  },
  guide: { id: RunId.parse('run-1'), tokenHash: 'hash', by: 'Dana', at: 4 },
  doors: { id: 'doors', is: 'open', from: 1, until: 9, by: 'Aliya' },
};

export const startAt = 1_800_000_000_000;

/** A document of the kind under any id. */
export function put<K extends Kind>(kind: K, id: string, body: Documents[K] = samples[kind]): Change {
  return { kind, id, body } as Change;
}

/** The decision that makes `revision`, one second after the one before it. */
export function decision(
  revision: number,
  changes: readonly Change[],
  more: Partial<Decision['entry']> = {},
): Decision {
  return {
    entry: {
      revision,
      at: startAt + revision * 1000,
      command: 'scene.put',
      commandId: `command-${revision}`,
      actor: 'Aigul',
      reason: null,
      summary: `made revision ${revision}`,
      changed: changes.map(({ kind, id }) => ({ kind, id })),
      ...more,
    },
    changes,
    answer: { revision },
  };
}

/** A scene that says which revision wrote it. */
export function sceneOf(revision: number, id = 'steppe'): Change {
  return put('scene', id, { ...samples.scene, id, version: revision });
}
