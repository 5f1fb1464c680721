/** A field of a cron expression: its name in messages, its range, its names, and an example to show. */
export interface FieldShape {
  readonly name: 'second' | 'minute' | 'hour' | 'day of month' | 'month' | 'day of week';
  readonly min: number;
  readonly max: number;
  /** Largest number that may be written; Sunday is 0 and 7. */
  readonly maxWritten: number;
  readonly names: readonly string[];
  readonly expected: string;
  readonly example: string;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

function shape(name: FieldShape['name'], min: number, max: number, expected: string, example: string): FieldShape {
  const names = name === 'month' ? months : name === 'day of week' ? weekdays : [];
  return { name, min, max, maxWritten: name === 'day of week' ? 7 : max, names, expected, example };
}

/** The six fields in the order of a six-field expression. */
export const fieldShapes = [
  shape('second', 0, 59, '0-59, a range, a list or */step', '0'),
  shape('minute', 0, 59, '0-59, a range, a list or */step', '*/15'),
  shape('hour', 0, 23, '0-23, a range, a list or */step', '10-17'),
  shape('day of month', 1, 31, '1-31, a range, a list, */step, L, L-3, 15W or LW', '1,15'),
  shape('month', 1, 12, '1-12 or names, a range, a list or */step', 'jan-mar'),
  shape('day of week', 0, 6, '0-7 or names, a range, a list, */step, 2#3 or 5L', 'tue-sun'),
] as const;

/** A number or a name of the field, or null. */
export function fieldValue(field: FieldShape, text: string): number | null {
  if (/^\d{1,2}$/.test(text)) {
    const value = Number(text);
    return value >= field.min && value <= field.maxWritten ? value : null;
  }
  const lower = text.toLowerCase();
  const index = field.names.findIndex((name) => name === lower || name.slice(0, 3) === lower);
  return index < 0 ? null : index + field.min;
}

/**
 * The values of one list entry: a value, a range (a range that ends before it starts wraps around the field), or `*`,
 * each of the last two with an optional step. Null when it is none of these.
 */
export function fieldValues(field: FieldShape, entry: string): readonly number[] | null {
  const [span = '', step, ...more] = entry.split('/');
  if (more.length > 0 || (step !== undefined && !/^0*[1-9]\d{0,3}$/.test(step))) return null;
  const by = step === undefined ? 1 : Number(step);
  if (span === '*') return stepped(field, field.min, field.max, by);
  const [first = '', last, ...others] = span.split('-');
  if (others.length > 0) return null;
  const from = fieldValue(field, first);
  if (from === null) return null;
  // As in node-cron, a step needs a range or a star before it.
  if (last === undefined) return step === undefined ? [wrapped(field, from)] : null;
  const to = fieldValue(field, last);
  return to === null ? null : stepped(field, from, to, by);
}

function stepped(field: FieldShape, from: number, to: number, by: number): readonly number[] {
  const size = field.max - field.min + 1;
  const span = from <= to ? to - from : (((to - from) % size) + size) % size;
  const values: number[] = [];
  for (let offset = 0; offset <= span; offset += by) values.push(wrapped(field, from + offset));
  return values;
}

function wrapped(field: FieldShape, value: number): number {
  return value > field.max ? value - (field.max - field.min + 1) : value;
}
