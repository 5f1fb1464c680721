import type { ScreenState } from '#shared/facts.ts';
import type { Seen } from './seen.ts';

/**
 * Whether nothing has changed that a person waits to see: screens were only heard again, as they are every two seconds.
 * How their machines do is drawn with the next second.
 */
export function looksSame(before: Seen, after: Seen): boolean {
  const { at: _at, screens: screensBefore, ...restBefore } = before;
  const { at: _then, screens, ...rest } = after;
  const parts = Object.keys(rest) as (keyof typeof rest)[];
  if (!parts.every((part) => rest[part] === restBefore[part])) return false;
  return Object.entries(screens).every(([id, state]) => isOnlyHeard(screensBefore[id], state));
}

/** Whether the screen says of itself what it said before, as far as anybody looks for it. */
function isOnlyHeard(before: ScreenState | undefined, after: ScreenState): boolean {
  if (before === after) return true;
  if (before === undefined) return false;
  const { reported: was, reportedAt: _wasAt, ...restBefore } = before;
  const { reported: is, reportedAt: _isAt, ...rest } = after;
  if (!isAlike(restBefore, rest) || (was === null) !== (is === null)) return false;
  const [wasShown, isShown] = [was?.shown ?? null, is?.shown ?? null];
  return (
    was?.sound === is?.sound &&
    was?.power === is?.power &&
    (['run', 'scene', 'cue', 'language'] as const).every((part) => wasShown?.[part] === isShown?.[part])
  );
}

/** Plain data with the same content. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const entries = Object.entries(one);
  if (Array.isArray(one) !== Array.isArray(other) || entries.length !== Object.keys(other).length) return false;
  return entries.every(([key, value]) => isAlike(value, (other as Readonly<Record<string, unknown>>)[key]));
}
