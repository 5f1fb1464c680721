import type { RuleOutlookAnswer } from '#shared/schedule-answers.ts';
import { Rule } from '#shared/schedule.ts';
import type { Text } from '#shared/text.ts';
import { freeId } from './calendar-edits.ts';

/** A rule as its form holds it: what was typed, right or not. */
export interface RuleDraft {
  /** Null: the rule is new. */
  readonly id: string | null;
  readonly version: number;
  readonly title: Text;
  /** `show:tour` or `scene:idle`; empty: not chosen yet. */
  readonly subject: string;
  readonly layer: Rule['layer'];
  readonly comes: 'again' | 'once' | 'always';
  readonly cron: string;
  readonly at: string;
  readonly lasts: 'own' | 'minutes' | 'until';
  readonly minutes: string;
  readonly end: string;
  readonly from: string;
  readonly to: string;
  readonly priority: string;
  readonly targets: readonly string[];
  readonly except: readonly string[];
  readonly language: string;
  readonly enabled: boolean;
  readonly listed: boolean;
  readonly outsideHours: boolean;
  readonly isBooking: boolean;
  readonly group: string;
  readonly guide: string;
  readonly groupLanguage: string;
  readonly size: string;
  readonly note: string;
}

/** The fields that something can be said about. */
export type RuleField =
  | 'subject'
  | 'title'
  | 'cron'
  | 'at'
  | 'minutes'
  | 'end'
  | 'from'
  | 'to'
  | 'priority'
  | 'targets'
  | 'language'
  | 'group'
  | 'guide'
  | 'size'
  | 'note';

export type DraftedRule =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly slips: readonly RuleField[] };

const minuteMs = 60_000;

export function draftOf(rule: Rule): RuleDraft {
  const { when, booking, durationMs, end } = rule;
  return {
    id: rule.id,
    version: rule.version,
    title: rule.title ?? {},
    subject: rule.show !== undefined ? `show:${rule.show}` : `scene:${rule.scene ?? ''}`,
    layer: rule.layer,
    comes: 'cron' in when ? 'again' : 'at' in when ? 'once' : 'always',
    cron: 'cron' in when ? when.cron : '0 10 * * *',
    at: 'at' in when ? when.at : '',
    lasts: durationMs !== undefined ? 'minutes' : end !== undefined ? 'until' : 'own',
    minutes: durationMs === undefined ? '' : String(durationMs / minuteMs),
    end: end?.replace('T', ' ') ?? '',
    from: rule.from ?? '',
    to: rule.to ?? '',
    priority: String(rule.priority),
    targets: rule.targets,
    except: rule.except,
    language: rule.language ?? '',
    enabled: rule.enabled,
    listed: rule.listed,
    outsideHours: rule.outsideHours,
    isBooking: booking !== undefined,
    group: booking?.group ?? '',
    guide: booking?.guide ?? '',
    groupLanguage: booking?.language ?? '',
    size: booking?.size === undefined ? '' : String(booking.size),
    note: booking?.note ?? '',
  };
}

/** A rule that is not there yet: once, at this wall time, for as long as the stretch that was marked. */
export function newDraft(at: string, minutes: number | null, targets: readonly string[]): RuleDraft {
  const rule = Rule.parse({ id: 'new', show: 'none', when: { at }, targets: [...targets] });
  const lasts = minutes === null ? 'own' : 'minutes';
  return { ...draftOf(rule), id: null, subject: '', lasts, minutes: minutes === null ? '' : String(minutes) };
}

/** The rule that the draft says, under an id of its own where it is new; or the fields that say nothing possible. */
export function ruleOf(draft: RuleDraft, taken: ReadonlySet<string>): DraftedRule {
  const [kind = '', subject = ''] = draft.subject.split(':');
  const slips: RuleField[] = subject === '' ? ['subject'] : [];
  const id = draft.id ?? freeId((subject || 'rule').slice(0, 50), taken);
  const parsed = Rule.safeParse({
    id,
    version: draft.version,
    ...(subject === '' ? {} : { [kind]: subject }),
    ...(Object.keys(draft.title).length === 0 ? {} : { title: draft.title }),
    layer: draft.layer,
    when: whenOf(draft),
    ...lengthOf(draft),
    ...given('from', draft.from),
    ...given('to', draft.to),
    priority: numberOf(draft.priority),
    targets: [...draft.targets],
    except: [...draft.except],
    ...given('language', draft.language),
    enabled: draft.enabled,
    listed: draft.listed,
    outsideHours: draft.outsideHours,
    ...(draft.isBooking ? { booking: bookingOf(draft) } : {}),
  });
  if (draft.isBooking && draft.group.trim() === '') slips.push('group');
  for (const { path } of parsed.error?.issues ?? []) slips.push(fieldAt(path.map(String), draft.comes));
  if (slips.length > 0 || !parsed.success) return { ok: false, slips: [...new Set(slips)] };
  return { ok: true, rule: parsed.data };
}

function whenOf({ comes, cron, at }: RuleDraft): object {
  if (comes === 'always') return { always: true };
  return comes === 'again' ? { cron: cron.trim() } : { at: at.trim() };
}

function lengthOf({ comes, lasts, minutes, end }: RuleDraft): object {
  if (comes === 'always' || lasts === 'own') return {};
  return lasts === 'minutes'
    ? { durationMs: Math.round(numberOf(minutes) * minuteMs) }
    : { end: end.trim().replace(/\s+/, 'T') };
}

function bookingOf({ group, guide, groupLanguage, size, note }: RuleDraft): object {
  return {
    group: group.trim(),
    ...given('guide', guide),
    ...given('language', groupLanguage),
    ...(size.trim() === '' ? {} : { size: numberOf(size) }),
    ...given('note', note),
  };
}

const given = (name: string, text: string): object => (text.trim() === '' ? {} : { [name]: text.trim() });

/** NaN for what is no number, which no schema takes; an empty field is none either. */
function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
}

/** Where in the form a path of the rule is filled in. */
export function fieldAt(path: readonly string[], comes: RuleDraft['comes']): RuleField {
  const [head = '', next = ''] = path;
  switch (head) {
    case 'when':
      return comes === 'again' ? 'cron' : 'at';
    case 'durationMs':
      return 'minutes';
    case 'except':
      return 'targets';
    case 'booking':
      return next === 'guide' || next === 'size' || next === 'note' ? next : 'group';
    case 'title':
    case 'end':
    case 'from':
    case 'to':
    case 'priority':
    case 'targets':
    case 'language':
      return head;
    default:
      return 'subject';
  }
}

/** What the hall found wrong, by field. */
export function flawsByField(
  { flaws }: RuleOutlookAnswer,
  comes: RuleDraft['comes'],
): ReadonlyMap<RuleField, RuleOutlookAnswer['flaws'][number]> {
  return new Map(flaws.map((flaw) => [fieldAt(flaw.path.split('.'), comes), flaw]));
}
