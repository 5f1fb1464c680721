import type { Hall } from '#shared/hall.ts';
import {
  importedKinds,
  refuse,
  type Command,
  type ImportedDocuments,
  type Outcome,
  type StepContext,
} from '../command.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Claim } from '../claim.ts';
import { flawsProblem } from '../flaw.ts';
import { hallId, lastImport, table, type Change, type HallState } from '../state.ts';
import { checkDocuments } from '../validate.ts';
import { pinActive } from './pin.ts';

/** The state's documents as a config folder would hold them. */
export function importedOf(state: HallState): ImportedDocuments {
  const { hall, scene, show, rule, exception, day, medium } = state;
  return { hall, scene, show, rule, exception, day, medium };
}

/** Under this name the opening hours stand among the documents: they have a version of their own. */
const hoursId = 'hall/opening-hours';
const versionedKinds = ['scene', 'show', 'rule', 'exception', 'day'] as const;

interface Versioned {
  readonly version: number;
}
type Versions = Readonly<Record<string, Versioned>>;

/** What an import would change: every document that is new, different or gone. */
export function importChanges(state: HallState, documents: ImportedDocuments): readonly Change[] {
  const wanted = merged(state, documents);
  return importedKinds.flatMap((kind) => {
    const now: Readonly<Record<string, unknown>> = state[kind];
    const next: Readonly<Record<string, unknown>> = wanted[kind];
    const gone = Object.keys(now).filter((id) => next[id] === undefined);
    const different = Object.entries(next).filter(
      ([id, body]) => now[id] === undefined || canonicalJson(now[id]) !== canonicalJson(body),
    );
    return [
      ...different.map(([id, body]) => ({ kind, id, body }) as Change),
      ...gone.map((id) => ({ kind, id, body: null })),
    ];
  });
}

/** Something in the hall that a folder knows nothing of: what it is, and why an import would lose it. */
export interface Loss {
  readonly what: string;
  readonly why: string;
}

/**
 * What people have made or changed in the console and an import of this folder would undo. What the last import brought
 * and nobody has touched since is the folder's own, to change and to take away.
 */
export function lostBy(state: HallState, documents: ImportedDocuments): readonly Loss[] {
  const brought = state.imported[lastImport]?.versions ?? {};
  const after = versionsOf(documents);
  return [...versionsOf(importedOf(state))].flatMap(([what, now]): readonly Loss[] => {
    if (now.version <= (brought[what] ?? 0)) return [];
    const next = after.get(what);
    if (next === undefined) return [{ what, why: 'it was made in the console, and is not in the folder' }];
    return saysTheSame(now, next) || next.version >= now.version
      ? []
      : [{ what, why: `the hall has version ${now.version}, the folder ${next.version}` }];
  });
}

/** Everything that has a version, by kind and id. A file has none: it is what it is. */
function versionsOf(documents: ImportedDocuments): ReadonlyMap<string, Versioned> {
  const hours = documents.hall[hallId]?.openingHours;
  return new Map<string, Versioned>([
    ...(hours === undefined ? [] : [[hoursId, hours] as const]),
    ...versionedKinds.flatMap((kind) =>
      Object.entries<Versioned>(documents[kind]).map(([id, body]) => [`${kind}/${id}`, body] as const),
    ),
    ...Object.keys(documents.medium).map((id) => [`medium/${id}`, { version: 1 }] as const),
  ]);
}

export function importHall(
  state: HallState,
  claims: readonly Claim[],
  { documents }: Extract<Command, { type: 'hall.import' }>,
  context: StepContext,
): Outcome {
  const flaws = checkDocuments(documents);
  if (flaws.length > 0) return refuse(flawsProblem(flaws, documents));
  const changes = importChanges(state, documents);
  const versions = Object.fromEntries(
    [...versionsOf(merged(state, documents))].map(([what, { version }]) => [what, version]),
  );
  const mark: Change = { kind: 'imported', id: lastImport, body: { id: lastImport, versions } };
  return {
    ok: true,
    changes: changes.length === 0 ? [] : [...pinActive(state, claims, context.now), ...changes, mark],
    answer: { changed: changes.map((change) => ({ kind: change.kind, id: change.id, gone: change.body === null })) },
    deeds: [['importedHall', changes.length]],
  };
}

/** The folder's documents as the hall takes them: versions go on counting, and what the console alone sets stays. */
function merged(state: HallState, documents: ImportedDocuments): ImportedDocuments {
  const counted = Object.fromEntries(versionedKinds.map((kind) => [kind, countedOn(state[kind], documents[kind])]));
  const before = state.hall[hallId];
  const after = documents.hall[hallId];
  const hall =
    before === undefined || after === undefined ? documents.hall : table({ [hallId]: keptIn(before, after) });
  return { ...documents, ...counted, hall };
}

/** No editor that began before the import takes what it brought for what they had before them. */
function countedOn(now: Versions, next: Versions): Versions {
  return table(
    Object.fromEntries(
      Object.entries(next).map(([id, body]) => {
        const before = now[id];
        return [id, before === undefined ? body : laterOf(before, body)];
      }),
    ),
  );
}

function laterOf<Document extends Versioned>(now: Document, next: Document): Document {
  return saysTheSame(now, next) ? now : { ...next, version: Math.max(next.version, now.version + 1) };
}

function saysTheSame(one: Versioned, other: Versioned): boolean {
  return canonicalJson({ ...one, version: 0 }) === canonicalJson({ ...other, version: 0 });
}

/** A folder that does not speak of the PIN, of a screen's corners or of its broken touch leaves them as they are. */
function keptIn(before: Hall, after: Hall): Hall {
  const screens = new Map(before.screens.map((screen) => [screen.id, screen]));
  return {
    ...(before.cleaning === undefined ? {} : { cleaning: before.cleaning }),
    ...after,
    openingHours: laterOf(before.openingHours, after.openingHours),
    screens: after.screens.map((screen) => {
      const { cornerPin, touchOff } = screens.get(screen.id) ?? {};
      return {
        ...(cornerPin === undefined ? {} : { cornerPin }),
        ...(touchOff === undefined ? {} : { touchOff }),
        ...screen,
      };
    }),
  };
}
