import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { hashCleaningPin } from '#shared/cleaning.ts';
import { CleaningPinBody } from '#shared/commands.ts';
import { hallOf } from '#core/ports.ts';
import { obey, route, type Route } from './route.ts';

const CleaningAnswer = z.strictObject({ isSet: z.boolean() });

/** The PIN with which a panel's touch is locked at the panel while somebody wipes it. */
export const cleaningRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/cleaning-pin',
    summary: 'Whether the hall has a PIN for cleaning its touch screens',
    needs: 'hall.see',
    answer: { status: 200, schema: CleaningAnswer },
    handle: (_asked, { engine }) => ({
      status: 200,
      body: { isSet: hallOf(engine.state()).cleaning !== undefined },
    }),
  }),
  route({
    method: 'put',
    path: '/api/cleaning-pin',
    summary: 'Set the PIN that, after a press on a corner, locks a touch screen for two minutes',
    needs: 'cleaning.set',
    body: CleaningPinBody,
    answer: { status: 200, schema: CleaningAnswer },
    async handle(asked, parts) {
      const pinHash = await hashCleaningPin(asked.body.pin, randomBytes(16));
      return obey(asked, parts, { type: 'cleaning.set', pinHash });
    },
  }),
  route({
    method: 'delete',
    path: '/api/cleaning-pin',
    summary: 'Take the PIN for cleaning away: touch screens cannot be locked any more',
    needs: 'cleaning.set',
    answer: { status: 200, schema: CleaningAnswer },
    handle: (asked, parts) => obey(asked, parts, { type: 'cleaning.set', pinHash: null }),
  }),
];
