import { anything, assert, constant, double, oneof, property, record, string } from 'fast-check';
import { expect, it } from 'vitest';
import { readReply } from '#shared/clock/events.ts';
import { ProbeReply } from '#shared/clock/probe.ts';

it('takes for an answer exactly what the schema does', () => {
  const instant = oneof(double(), constant(undefined), constant('1'), constant(1_764_000_000_000));
  const epoch = oneof(string({ maxLength: 70 }), constant(''), constant('a'.repeat(64)), constant(5));
  assert(
    property(oneof(record({ t2: instant, t3: instant, epoch }), anything()), (answer) => {
      expect(readReply(answer)).toEqual(ProbeReply.safeParse(answer).data ?? null);
    }),
  );
  for (const letters of [64, 65]) {
    const answer = { t2: 1, t3: 2, epoch: 'a'.repeat(letters) };
    expect(readReply(answer)).toEqual(ProbeReply.safeParse(answer).data ?? null);
  }
  expect(readReply({ t2: 1, t3: 2, epoch: 'a', more: 'from a later version' })).toEqual({ t2: 1, t3: 2, epoch: 'a' });
});
