import type { Said } from '#shared/said.ts';
import { bareNames, type ByName } from '#shared/words/names.ts';
import { placeInDocument } from '#shared/words/place-in-document.ts';
import { expected, nothing } from '#shared/words/flaw-words.ts';
import type { Content } from '#shared/drafts.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type { ImportedDocuments } from './command.ts';
import { flawsOf, shown, type Flaw } from './flaw.ts';
import { isTarget } from './parts.ts';
import { checkTotals } from './schedule/check-totals.ts';
import { checkExceptions, checkHours, checkRules } from './schedule/check-schedule.ts';

/**
 * What cannot be true of these documents together: references into nothing, params a scene type refuses, media that
 * are not there, numbers used twice. Shapes were checked before. Used by import and by every edit.
 */
export function checkDocuments(documents: ImportedDocuments): readonly Flaw[] {
  return [
    ...checkHall(documents),
    ...checkTouchRules(documents),
    ...checkHours(documents),
    ...checkScenes(documents),
    ...checkShows(documents),
    ...checkRules(documents),
    ...checkExceptions(documents),
    ...checkTotals(documents),
  ];
}

/** What is wrong with one scene or show among these documents. Nothing else is looked at. */
export function checkContent(documents: ImportedDocuments, content: Content): readonly Flaw[] {
  const { id } = content.body;
  return content.kind === 'scene'
    ? checkScenes({ ...documents, scene: { [id]: content.body } })
    : checkShows({ ...documents, show: { [id]: content.body } });
}

function hallDocument(documents: ImportedDocuments) {
  return Object.values(documents.hall)[0];
}

function checkHall(documents: ImportedDocuments): readonly Flaw[] {
  const hall = hallDocument(documents);
  if (hall === undefined)
    return [{ kind: 'hall', id: 'hall', path: '(the whole file)', found: nothing, expected: expected.hall() }];
  const flaws: Flaw[] = [];
  const flaw = (path: string, found: unknown, wanted: Said | ByName, called?: ByName) =>
    flaws.push({ kind: 'hall', id: 'hall', path, found: called ?? shown(found), expected: wanted });
  const screenIds = new Set<string>(hall.screens.map((screen) => screen.id));
  const taken = new Map<string, string>();
  const ownerAt = (path: string): Said => placeInDocument(path.replace(/\.id$/, ''), 'hall', hall, bareNames);
  const named = (id: string, path: string) => {
    const earlier = taken.get(id);
    const everything = expected.everything();
    if (id === 'all') flaw(path, id, expected.freeId(everything.en, everything));
    else if (earlier !== undefined) flaw(path, id, expected.freeId(earlier, ownerAt(earlier)));
    taken.set(id, path);
  };
  hall.screens.forEach((screen, index) => named(screen.id, `screens.${index}.id`));
  hall.surfaces.forEach((surface, index) => named(surface.id, `surfaces.${index}.id`));
  hall.zones.forEach((zone, index) => named(zone.id, `zones.${index}.id`));
  const numbers = new Map<number, number>();
  hall.screens.forEach((screen, index) => {
    const earlier = numbers.get(screen.number);
    if (earlier !== undefined)
      flaw(`screens.${index}.number`, screen.number, expected.ownNumber(earlier, ownerAt(`screens.${earlier}`)));
    numbers.set(screen.number, index);
    if (!hall.languages.order.includes(screen.defaultLanguage)) {
      flaw(`screens.${index}.defaultLanguage`, screen.defaultLanguage, expected.hallLanguage(hall.languages.order));
    }
  });
  const owner = new Map<string, string>();
  hall.surfaces.forEach((surface, index) =>
    surface.members.forEach((member, position) => {
      const path = `surfaces.${index}.members.${position}`;
      if (!screenIds.has(member.screen)) flaw(`${path}.screen`, member.screen, expected.hallScreen());
      const other = owner.get(member.screen);
      if (other !== undefined) {
        const called: ByName = ({ screen }) => screen(member.screen);
        flaw(`${path}.screen`, member.screen, expected.oneSurface(other), called);
      }
      owner.set(member.screen, surface.id);
      const { x, y, width, height } = member.rect;
      if (x < 0 || y < 0 || x + width > surface.widthPx || y + height > surface.heightPx) {
        flaw(`${path}.rect`, member.rect, expected.rectangle(surface.widthPx, surface.heightPx));
      }
    }),
  );
  hall.zones.forEach((zone, index) =>
    zone.members.forEach((member, position) => {
      if (!isTarget(hall, member) || member === zone.id)
        flaw(`zones.${index}.members.${position}`, member, expected.zoneMember());
    }),
  );
  hall.soundOutputs.forEach((output, index) => {
    if (!screenIds.has(output.screen)) flaw(`soundOutputs.${index}.screen`, output.screen, expected.hallScreen());
    if (!isTarget(hall, output.zone)) flaw(`soundOutputs.${index}.zone`, output.zone, expected.place());
  });
  if (!hall.languages.order.includes(hall.languages.default))
    flaw('languages.default', hall.languages.default, expected.oneOf(hall.languages.order));
  if (!isTimeZone(hall.timeZone)) flaw('timeZone', hall.timeZone, expected.timeZone());
  return flaws;
}

function checkTouchRules(documents: ImportedDocuments): readonly Flaw[] {
  const hall = hallDocument(documents);
  if (hall === undefined) return [];
  const ids = new Set<string>();
  return hall.touchRules.flatMap((rule, index) => {
    const flaws: Flaw[] = [];
    const flaw = (field: string, found: unknown, wanted: Said) =>
      flaws.push({
        kind: 'hall',
        id: 'hall',
        path: `touchRules.${index}.${field}`,
        found: shown(found),
        expected: wanted,
      });
    if (ids.has(rule.id)) flaw('id', rule.id, expected.ownTouchId());
    ids.add(rule.id);
    if (!isTarget(hall, rule.when.panel)) flaw('when.panel', rule.when.panel, expected.target());
    if (documents.scene[rule.scene] === undefined) flaw('scene', rule.scene, expected.scene());
    for (const target of rule.targets) if (!isTarget(hall, target)) flaw('targets', target, expected.target());
    return flaws;
  });
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function checkScenes(documents: ImportedDocuments): readonly Flaw[] {
  return Object.values(documents.scene).flatMap((scene): readonly Flaw[] => {
    const type = sceneType(scene.type);
    const base = { kind: 'scene', id: scene.id } as const;
    if (type === undefined)
      return [{ ...base, path: 'type', found: shown(scene.type), expected: expected.sceneType() }];
    const parsed = type.params.safeParse(scene.params);
    if (!parsed.success) return flawsOf('scene', scene.id, scene.params, parsed.error, ['params']);
    return type
      .media(parsed.data)
      .filter((id) => documents.medium[id] === undefined)
      .map((id) => ({ ...base, path: 'params', found: shown(id), expected: expected.file() }));
  });
}

function checkShows(documents: ImportedDocuments): readonly Flaw[] {
  const hall = hallDocument(documents);
  if (hall === undefined) return [];
  return Object.values(documents.show).flatMap((show) => {
    const flaws: Flaw[] = [];
    const flaw = (path: string, found: unknown, wanted: Said) =>
      flaws.push({ kind: 'show', id: show.id, path, found: shown(found), expected: wanted });
    const ids = new Set<string>();
    show.cues.forEach((cue, index) => {
      if (ids.has(cue.id)) flaw(`cues.${index}.id`, cue.id, expected.ownCueId());
      ids.add(cue.id);
      const next = show.cues[index + 1];
      if (cue.durationMs === undefined && next !== undefined && next.trigger === 'follow') {
        flaw(`cues.${index}.durationMs`, undefined, expected.cueDuration());
      }
      cue.parts.forEach((part, position) => {
        if (documents.scene[part.scene] === undefined)
          flaw(`cues.${index}.parts.${position}.scene`, part.scene, expected.scene());
        for (const target of part.targets)
          if (!isTarget(hall, target)) flaw(`cues.${index}.parts.${position}.targets`, target, expected.target());
      });
      for (const target of cue.critical ?? [])
        if (!isTarget(hall, target)) flaw(`cues.${index}.critical`, target, expected.target());
    });
    if (
      show.loop &&
      show.cues.some((cue) => cue.durationMs === undefined || cue.trigger === 'go') &&
      show.cues.length > 1
    ) {
      flaw('loop', true, expected.loopable());
    }
    return flaws;
  });
}
