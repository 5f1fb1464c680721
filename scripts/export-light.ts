/**
 * The light of a relief scene as data, for lamps in the room: `npm run export:light -- [scene] [--step 500] > light.json`.
 * Colour, intensity and direction of the key light, chapter by chapter; see docs/relief.md for the fields.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Scene } from '#shared/scene.ts';
import { lightTrack } from '#shared/scenes/relief-light-track.ts';
import { reliefStage } from '#shared/scenes/relief-times.ts';
import { ReliefWall } from '#shared/scenes/relief-wall.ts';
import { ReliefParams, wallData } from '#shared/scenes/relief.ts';

const config = process.env['CONFIG_DIR'] ?? join(import.meta.dirname, '../config');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { step: { type: 'string', default: '500' } },
});

const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(config, path), 'utf8'));

const stepMs = Number(values.step);
if (!Number.isInteger(stepMs) || stepMs < 20) throw new Error(`--step is "${values.step}"; it must be at least 20 ms`);
const scene = Scene.parse(await read(`scenes/${positionals[0] ?? 'relief'}.json`));
if (scene.type !== 'relief') throw new Error(`the scene "${scene.id}" is a ${scene.type}, not a relief`);
const params = ReliefParams.parse(scene.params);
const stage = reliefStage(ReliefWall.parse(await read(`media/${wallData(params)}`)), params);
console.log(JSON.stringify({ scene: scene.id, ...lightTrack(stage, stepMs) }));
