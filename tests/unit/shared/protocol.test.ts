import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentHash } from '#core/canonical.ts';
import {
  controllerToDisplay,
  controllerToOperator,
  DisplayHandshake,
  displayToController,
  operatorToController,
  PROTOCOL_VERSION,
} from '#shared/protocol.ts';

/**
 * What each version of the protocol looks like, as the hash of all its schemas. Once a version has been released its
 * entry never changes: a change of any payload makes a new version, and the controller goes on speaking the one before.
 */
const recorded: Readonly<Record<number, string>> = {
  1: '21c3e268a70077c3',
};

const described = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

function protocolHash(): string {
  const events = { displayToController, controllerToDisplay, operatorToController, controllerToOperator };
  const tables = Object.entries(events).map(([table, entries]) => [
    table,
    Object.entries<{ readonly payload: z.ZodType; readonly ack?: z.ZodType }>(entries).map(
      ([name, { payload, ack }]) => [name, described(payload), ack === undefined ? null : described(ack)],
    ),
  ]);
  return contentHash([described(DisplayHandshake), tables]).slice(0, 16);
}

describe('the protocol', () => {
  it('has a version of its own for every change of its schemas', () => {
    // Before a version is released: record its new hash here. After: raise PROTOCOL_VERSION and add an entry.
    expect(protocolHash()).toBe(recorded[PROTOCOL_VERSION]);
  });
});
