import { z } from 'zod';
import { LocalDate } from '#shared/hall.ts';
import { Slug } from '#shared/ids.ts';
import { RuleException } from '#shared/schedule.ts';
import { obey, route, type Route } from './route.ts';

const OneException = z.strictObject({ rule: Slug, date: LocalDate });
const Named = z.strictObject({ id: z.string() });

export const exceptionRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/schedule/exceptions',
    summary: 'What differs on single days',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(RuleException) },
    handle: (_asked, { engine }) => ({ status: 200, body: Object.values(engine.state().exception) }),
  }),
  route({
    method: 'put',
    path: '/api/schedule/:rule/exceptions/:date',
    summary: 'Skip, move or replace one occurrence of a rule',
    needs: 'exception.put',
    params: OneException,
    body: RuleException.omit({ rule: true, date: true }).extend({ version: z.int().min(1).optional() }),
    answer: { status: 200, schema: Named.extend({ version: z.int() }) },
    handle(asked, parts) {
      const { version, ...body } = asked.body;
      const exception = { ...body, ...asked.params, version: version ?? 1 };
      return obey(asked, parts, { type: 'exception.put', exception, base: version ?? null });
    },
  }),
  route({
    method: 'delete',
    path: '/api/schedule/:rule/exceptions/:date',
    summary: 'Let the rule hold on that day again',
    needs: 'exception.delete',
    params: OneException,
    answer: { status: 200, schema: Named },
    handle: (asked, parts) => obey(asked, parts, { type: 'exception.delete', ...asked.params }),
  }),
];
