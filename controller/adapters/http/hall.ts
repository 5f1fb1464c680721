import { z } from 'zod';
import { Hall } from '#shared/hall.ts';
import { sceneTypes } from '#shared/scenes/registry.ts';
import { Text } from '#shared/text.ts';
import { hallOf } from '#core/ports.ts';
import { RunAnswer, runAnswer } from './answers.ts';
import { route, type Route } from './route.ts';

const SceneTypeAnswer = z.strictObject({
  type: z.string(),
  title: Text,
  interactive: z.boolean(),
  span: z.enum(['surface', 'screen']),
  /** JSON Schema of the params. */
  schema: z.record(z.string(), z.unknown()),
});

const describedTypes = sceneTypes.map(({ type, title, interactive, span, params }) => ({
  type,
  title,
  interactive,
  span,
  schema: z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }),
}));

export const hallRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/hall',
    summary: 'The hall: screens, surfaces, zones, sound outputs, languages, opening hours',
    needs: 'hall.see',
    answer: { status: 200, schema: Hall.omit({ cleaning: true }).extend({ revision: z.int() }) },
    handle: (_asked, { engine }) => {
      const state = engine.state();
      const { cleaning: _, ...hall } = hallOf(state);
      return { status: 200, body: { ...hall, revision: state.revision } };
    },
  }),
  route({
    method: 'get',
    path: '/api/scene-types',
    summary: 'The kinds of scenes this version can show, with the schema of their params',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(SceneTypeAnswer) },
    handle: () => ({ status: 200, body: describedTypes }),
  }),
  route({
    method: 'get',
    path: '/api/runs',
    summary: 'What is on, and what is to come',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(RunAnswer) },
    handle: (_asked, { engine }) => ({ status: 200, body: engine.runs().map(runAnswer) }),
  }),
];
