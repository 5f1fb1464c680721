import { z } from 'zod';
import { route, type Route } from './route.ts';
import { routes } from './routes.ts';

/** What is about people, ways in and real machines: of that, a copy to train on has nothing. */
const notHere =
  /^\/api\/(people|tablets?|keys|sessions|pairings|session\/(password|second-factor|pin)|screens\/:id\/(pairing|token))(\/|$)/;

/** The routes of the copy to train on: those of the hall, and a way to begin anew. */
export function trainingRoutes(beginAnew: () => void): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/api/training',
      summary: 'Begin the training anew, with a fresh copy of the hall',
      needs: 'run.take',
      body: z.strictObject({}),
      answer: { status: 204, schema: null },
      handle() {
        beginAnew();
        return { status: 204 };
      },
    }),
    ...routes.filter(({ path }) => !notHere.test(path)),
  ];
}
