import type { Hall } from '#shared/hall.ts';
import type { DayReportAnswer } from '#shared/schedule-answers.ts';
import { contentWords } from '../words/content-words.ts';
import { scheduleWords } from '../words/schedule-words.ts';
import { placeName } from './schedule-names.ts';
import type { Speech } from './speech.ts';

/** What an operator would want to know before the day comes: what it is, and each place where it is so. */
export function dayLines(
  report: DayReportAnswer,
  hall: Hall,
  speech: Speech,
): readonly (readonly [head: string, lines: readonly string[]])[] {
  const words = scheduleWords[speech.language];
  const { text, time, duration } = speech;
  const span = ({ from, until }: { readonly from: string; readonly until: string }): string =>
    `${time(Date.parse(from))}–${time(Date.parse(until))}`;
  const screens = (ids: readonly string[]): string => speech.names(ids.map((id) => placeName(id, hall, speech)));
  const blockOf = new Map(report.blocks.map((block) => [block.run, block]));
  const outside = report.outside.flatMap(({ run }) => blockOf.get(run) ?? []);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [words.gaps(report.gaps.length), report.gaps.map((gap) => `${span(gap)} ${screens(gap.screens)}`)],
    [words.overlaps, report.overlaps.map((one) => `${span(one)} ${text(one.title)}`)],
    [
      words.cutShort,
      report.cutShort.map((one) => `${text(one.block.title)} ${duration(one.comesMs)} / ${duration(one.ownMs)}`),
    ],
    [words.outsideHours, outside.map((one) => `${span(one)} ${text(one.title)}`)],
    [words.silenced, report.absent.filter(({ because }) => because === 'mourning').map((one) => text(one.title))],
    [words.clocks, report.transitions.map((one) => `${one.fromLocal.slice(11)} → ${one.toLocal.slice(11)}`)],
    [words.missingTexts, report.missingTexts.map((one) => missingText(one, speech))],
    [
      words.missingMedia,
      report.missingMedia.map((one) => `${placeName(one.screen, hall, speech)}: ${one.media.join(', ')}`),
    ],
    [
      words.down,
      report.down.map((one) => `${screens(one.screens)}: ${speech.said({ said: one.said, reason: one.why })}`),
    ],
  ];
  return lines.filter(([, found]) => found.length > 0);
}

/** `The day · Welcome · Slides › 2 › Text: kk, en`. */
function missingText(
  { title, scene, field, languages }: DayReportAnswer['missingTexts'][number],
  speech: Speech,
): string {
  const { text } = speech;
  const what = [title, ...(scene === null || text(scene) === text(title) ? [] : [scene])].map((one) => text(one));
  return `${[...what, fieldName(field, speech)].join(' · ')}: ${languages.join(', ')}`;
}

/** By what the editor calls each field on the way; what it has no word for stays as it is. */
function fieldName(field: string, speech: Speech): string {
  const { params } = contentWords[speech.language];
  const name = (key: string): string => (/^\d+$/.test(key) ? String(Number(key) + 1) : wordOf(params, key));
  return field.split('.').map(name).join(' › ');
}

const wordOf = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key;
