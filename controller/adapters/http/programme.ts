import ical, { ICalCalendarMethod } from 'ical-generator';
import type { RequestHandler } from 'express';
import { pickText } from '#shared/text.ts';
import { hallOf, type Calendar, type HallEngine } from '#core/ports.ts';

const dayMs = 24 * 3_600_000;
/** How far the feed reaches: a calendar keeps what was today, and a visitor plans a month. */
const behindMs = dayMs;
const aheadMs = 31 * dayMs;
/** Where a month is more than can be looked through at once. */
const nearMs = [7 * dayMs, dayMs];
/** As long as an answer stands while nothing was decided: what was today moves on. */
const keptMs = 5 * 60_000;

/**
 * The programme for visitors as an iCalendar feed (RFC 5545), open to everybody: listed shows that somebody can see.
 * What is not listed is nobody's business: it never leaves the hall. `?language=` picks among the hall's.
 */
export function serveProgramme(engine: HallEngine): RequestHandler {
  /** By language: strangers may ask as often as they like, and cost the hall nothing more. */
  const kept = new Map<string, { readonly revision: number; readonly at: number; readonly text: string }>();
  return (request, response) => {
    const asked = request.query['language'];
    const { revision } = engine.state();
    const { order, default: usual } = hallOf(engine.state()).languages;
    const language = typeof asked === 'string' && order.includes(asked) ? asked : usual;
    const now = engine.now();
    let feed = kept.get(language);
    if (feed === undefined || feed.revision !== revision || now - feed.at > keptMs || now < feed.at) {
      feed = { revision, at: now, text: programmeIn(engine, language, now) };
      kept.set(language, feed);
    }
    response.set('Cache-Control', 'public, max-age=300').type('text/calendar; charset=utf-8').send(feed.text);
  };
}

function programmeIn(engine: HallEngine, language: string, now: number): string {
  const hall = hallOf(engine.state());
  const say = (text: Readonly<Record<string, string>>): string => pickText(text, language, hall.languages.order).text;
  const calendar = ical({
    name: say(hall.name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Shanyraq', product: 'Programme', language: language.toUpperCase() },
    ttl: 15 * 60,
  });
  for (const block of comingBlocks(engine, now)) {
    if (!block.listed || block.lost.some(({ from, until, screens }) => isAll(block, from, until, screens.length)))
      continue;
    calendar.createEvent({
      id: `${block.run}@${hall.id}`,
      start: new Date(block.from),
      end: new Date(block.until),
      summary: say(block.title),
      location: say(hall.name),
      ...(block.language === null ? {} : { description: hall.languages.names[block.language] ?? block.language }),
    });
  }
  return calendar.toString();
}

function comingBlocks(engine: HallEngine, now: number): Calendar['blocks'] {
  for (const ahead of [aheadMs, ...nearMs]) {
    const seen = engine.calendar(now - behindMs, now + ahead);
    if (seen.ok) return seen.calendar.blocks;
  }
  return [];
}

function isAll(
  block: { readonly from: number; readonly until: number; readonly screens: readonly unknown[] },
  from: number,
  until: number,
  screens: number,
): boolean {
  return from <= block.from && until >= block.until && screens === block.screens.length;
}
