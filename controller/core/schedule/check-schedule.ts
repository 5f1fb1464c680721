import type { Said } from '#shared/said.ts';
import type { ByName } from '#shared/words/names.ts';
import { expected } from '#shared/words/flaw-words.ts';
import type { Hall } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { Rule, RuleException } from '#shared/schedule.ts';
import type { ImportedDocuments } from '../command.ts';
import { shown, type Flaw } from '../flaw.ts';
import { isTarget } from '../parts.ts';
import { targetScreens } from '../targets.ts';
import { ruleFlaws, type RuleFlaw } from './check-rule.ts';

type PlainMark = (path: string, found: unknown, wanted: Said) => void;
/** `called`: what was found, where people have a name for it. */
type Mark = (path: string, found: unknown, wanted: Said | ByName, called?: ByName) => void;

function hallDocument(documents: ImportedDocuments): Hall | undefined {
  return Object.values(documents.hall)[0];
}

function marking(flaws: Flaw[], kind: Flaw['kind'], id: string): Mark {
  return (path, found, wanted, called) =>
    void flaws.push({ kind, id, path, found: called ?? shown(found), expected: wanted });
}

/** Exactly one of a show and a scene, and one that exists. */
function checkSubject(
  documents: ImportedDocuments,
  { show, scene }: { readonly show?: string | undefined; readonly scene?: string | undefined },
  prefix: string,
  mark: PlainMark,
): void {
  if ((show === undefined) === (scene === undefined)) mark(`${prefix}show`, show, expected.eitherShowOrScene());
  if (show !== undefined && documents.show[show] === undefined) mark(`${prefix}show`, show, expected.show());
  if (scene !== undefined && documents.scene[scene] === undefined) mark(`${prefix}scene`, scene, expected.scene());
}

/** Rules that point at something that is not there, or cannot be meant. */
export function checkRules(documents: ImportedDocuments): readonly Flaw[] {
  const hall = hallDocument(documents);
  if (hall === undefined) return [];
  const flaws: Flaw[] = [];
  for (const rule of Object.values(documents.rule)) checkRule(documents, hall, rule, marking(flaws, 'rule', rule.id));
  return flaws;
}

function checkRule(documents: ImportedDocuments, hall: Hall, rule: Rule, mark: Mark): void {
  for (const flaw of flawsOfRule(documents, hall, rule)) mark(flaw.path, flaw.found, flaw.expected);
}

/** All that is wrong with one rule among these documents. */
export function flawsOfRule(documents: ImportedDocuments, hall: Hall, rule: Rule): readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = [];
  const mark: PlainMark = (path, found, wanted) =>
    void flaws.push({ path, code: 'reference', found, expected: wanted });
  checkSubject(documents, rule, '', mark);
  const unknown = [...rule.targets, ...rule.except].filter((target) => !isTarget(hall, target));
  for (const target of unknown) mark('targets', target, expected.target());
  return [...flaws, ...ruleFlaws(rule, hall).filter(({ path }) => path !== 'targets' || unknown.length === 0)];
}

/** Exceptions of rules that are not there, or that their rule cannot have. */
export function checkExceptions(documents: ImportedDocuments): readonly Flaw[] {
  const flaws: Flaw[] = [];
  for (const [id, exception] of Object.entries(documents.exception))
    checkException(documents, exception, marking(flaws, 'exception', id));
  return flaws;
}

function checkException(documents: ImportedDocuments, { rule: id, change }: RuleException, mark: Mark): void {
  const rule = documents.rule[id];
  if (rule === undefined) mark('rule', id, expected.rule());
  if (change.is === 'move' && rule !== undefined && 'always' in rule.when) mark('change', 'move', expected.notMoved());
  if (change.is === 'replace') checkSubject(documents, change, 'change.', mark);
}

/** Zones with hours of their own that are none, or that share a screen: nobody could say when it opens. */
export function checkHours(documents: ImportedDocuments): readonly Flaw[] {
  const hall = hallDocument(documents);
  if (hall === undefined) return [];
  const flaws: Flaw[] = [];
  const owner = new Map<ScreenId, string>();
  const check = (zones: readonly { readonly zone: string }[], prefix: string, mark: Mark): void => {
    const named = new Set<string>();
    zones.forEach(({ zone }, index) => {
      const path = `${prefix}zones.${index}.zone`;
      if (!hall.zones.some(({ id }) => id === zone)) mark(path, zone, expected.zone());
      const called: ByName = ({ place }) => place(zone);
      if (named.has(zone)) mark(path, zone, expected.zoneOnce(), called);
      named.add(zone);
      for (const screen of targetScreens(hall, [zone], []).keys()) {
        const other = owner.get(screen) ?? zone;
        if (other !== zone) {
          mark(path, zone, expected.zoneApart(other, screen), called);
          break;
        }
        owner.set(screen, zone);
      }
    });
  };
  check(hall.openingHours.zones, 'openingHours.', marking(flaws, 'hall', 'hall'));
  for (const day of Object.values(documents.day)) check(day.zones, '', marking(flaws, 'day', day.date));
  return flaws;
}
