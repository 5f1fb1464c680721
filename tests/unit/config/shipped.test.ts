import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { ImportedDocuments } from '#core/command.ts';
import { compileShow } from '#core/compile.ts';
import { emptyState, hallId } from '#core/state.ts';
import { checkDocuments } from '#core/validate.ts';
import { Diplomacy, StateBuilding } from '#shared/content.ts';
import { Hall } from '#shared/hall.ts';
import { Rule, RuleException, SpecialDay } from '#shared/schedule.ts';
import { Scene, Show } from '#shared/scene.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Every document of a folder, by the name of its file. */
function readAll<Schema extends z.ZodType>(name: string, schema: Schema): Record<string, z.output<Schema>> {
  const folder = `config/${name}`;
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  return Object.fromEntries(files.map((file) => [file.slice(0, -5), schema.parse(json(`${folder}/${file}`))]));
}

const media = readdirSync('config/media', { recursive: true, encoding: 'utf8' })
  .filter((path) => statSync(`config/media/${path}`).isFile())
  .map((id) => ({
    id,
    hash: '0'.repeat(64),
    bytes: statSync(`config/media/${id}`).size,
    mime: 'application/octet-stream',
  }));

const hall = Hall.parse(json('config/hall.json'));
const documents: ImportedDocuments = {
  hall: { [hallId]: hall },
  scene: readAll('scenes', Scene),
  show: readAll('shows', Show),
  rule: readAll('rules', Rule),
  exception: readAll('exceptions', RuleException),
  day: readAll('days', SpecialDay),
  medium: Object.fromEntries(media.map((medium) => [medium.id, medium])),
};
const languages = hall.languages.order;

it('holds together: no reference into nothing, no params a scene type refuses, no medium missing', () => {
  expect(checkDocuments(documents)).toEqual([]);
});

it.each(['scene', 'show', 'rule'] as const)('names each %s file for the document in it', (kind) => {
  for (const [file, { id }] of Object.entries(documents[kind])) expect(id).toBe(file);
});

it('names each special day for its date', () => {
  for (const [file, { date }] of Object.entries(documents.day)) expect(date).toBe(file);
  expect(Object.keys(documents.day).filter((date) => date.endsWith('-12-16'))).toHaveLength(2);
});

it('speaks all languages of the hall wherever it speaks', () => {
  const texts = (value: unknown, path: string): readonly string[] => {
    if (value === null || typeof value !== 'object') return [];
    const keys = Object.keys(value);
    const isText = keys.some((key) => languages.includes(key)) && keys.every((key) => /^[a-z]{2}$/.test(key));
    if (isText) return languages.every((language) => keys.includes(language)) ? [] : [path];
    return Object.entries(value).flatMap(([key, entry]) => texts(entry, `${path}.${key}`));
  };
  const { hall: _, medium: __, ...told } = documents;
  const { names: ___, ...ownLanguages } = hall.languages;
  expect(texts({ ...told, hall: { ...hall, languages: ownLanguages } }, 'config')).toEqual([]);
  const contents = readdirSync('config/media/content').filter((file) =>
    /^(diplomacy|state-building)\.json$/.test(file),
  );
  for (const file of contents) expect(texts(json(`config/media/content/${file}`), file)).toEqual([]);
});

describe('the programme', () => {
  const compiled = Object.fromEntries(
    Object.values(documents.show).map((show) => [show.id, compileShow({ ...emptyState(), ...documents }, show)]),
  );

  it('gives every screen of the hall its ambient, each once', () => {
    const ambient = Object.values(documents.rule).filter(({ layer }) => layer === 'ambient');
    const parts = ambient.flatMap(({ show }) => compiled[show ?? '']?.cues[0]?.parts ?? []);
    const shown: readonly string[] = parts.flatMap(({ screens }) => screens);
    expect(shown.toSorted()).toEqual(hall.screens.map(({ id }) => id).toSorted());
  });

  it.each(['kazakhstan-way', 'welcome'])('%s puts something on every screen in every cue', (id) => {
    for (const cue of compiled[id]?.cues ?? []) {
      const screens = cue.parts.flatMap((part) => part.screens);
      expect(screens.toSorted()).toEqual(hall.screens.map((screen) => screen.id).toSorted());
    }
  });

  it('walks the Kazakhstan way by itself, in about ten minutes', () => {
    const cues = compiled['kazakhstan-way']?.cues ?? [];
    expect(cues.every(({ trigger }) => trigger === 'follow')).toBe(true);
    const minutes = cues.reduce((sum, { durationMs }) => sum + (durationMs ?? Number.NaN), 0) / 60_000;
    expect(minutes).toBeGreaterThan(8.5);
    expect(minutes).toBeLessThan(11);
  });

  it('steps through a welcome by GO alone', () => {
    const triggers = compiled['welcome']?.cues.map(({ trigger }) => trigger);
    expect(triggers?.slice(1).every((trigger) => trigger === 'go')).toBe(true);
  });
});

describe('the content', () => {
  const diplomacy = Diplomacy.parse(json('config/media/content/diplomacy.json'));
  const state = StateBuilding.parse(json('config/media/content/state-building.json'));

  it('lights each state once', () => {
    const countries = [...diplomacy.relations, ...diplomacy.undated].map(({ country }) => country);
    expect(countries.toSorted()).toEqual([...new Set(countries)].toSorted());
    const numbers = [...diplomacy.relations, ...diplomacy.undated].map(({ numeric }) => numeric);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('dates every count, and credits every amount and every claim of rank', () => {
    for (const { asOf, credit } of diplomacy.figures) expect([asOf, credit['kk']]).not.toContain(undefined);
    const claims = state.investment.filter(({ amount, rank }) => amount !== undefined || rank !== undefined);
    expect(claims.filter(({ credit }) => credit === undefined)).toEqual([]);
    // A rank in the words themselves would be shown without its comparison.
    const ranks = /highest|largest|biggest|record|first/i;
    expect(state.investment.filter(({ text, rank }) => rank === undefined && ranks.test(text['en'] ?? ''))).toEqual([]);
  });

  it('puts independence on 16 December 1991', () => {
    const law = state.institutions.find(({ id }) => id === 'sb-independence-law');
    expect(law?.milestones.at(-1)?.date).toBe('1991-12-16');
  });
});

it('refuses a rule for touches that names what is not there', () => {
  const rule = { id: 'r', when: { panel: 'nowhere', topic: 'year' }, scene: 'gone', targets: 'attic' };
  const bad = Hall.parse({ ...(json('config/hall.json') as object), touchRules: [rule, { ...rule }] });
  const flaws = checkDocuments({ ...documents, hall: { [hallId]: bad } });
  const places = ['0.when.panel', '0.scene', '0.targets', '1.id', '1.when.panel', '1.scene', '1.targets'];
  expect(flaws.map(({ path }) => path)).toEqual(places.map((place) => `touchRules.${place}`));
});
