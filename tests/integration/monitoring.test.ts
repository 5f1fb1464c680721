import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aState } from '../support/hall-state.ts';
import { httpClient } from '../support/http-client.ts';
import { startHall, type RunningHall } from '../support/running-hall.ts';

const Dashboard = z.object({
  title: z.string().min(1),
  uid: z.string().min(1).max(40),
  schemaVersion: z.int().min(30),
  __inputs: z.array(z.object({ name: z.string(), type: z.literal('datasource'), pluginId: z.literal('prometheus') })),
  panels: z.array(
    z.object({
      id: z.int(),
      type: z.enum(['stat', 'timeseries', 'state-timeline']),
      title: z.string().min(1),
      datasource: z.object({ uid: z.string() }),
      gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
      targets: z.array(z.object({ refId: z.string(), expr: z.string().min(1) })).min(1),
    }),
  ),
});
const dashboard = Dashboard.parse(JSON.parse(readFileSync('docs/grafana/shanyraq.json', 'utf8')));

describe('what Prometheus and Grafana get', () => {
  let hall: RunningHall;
  let text = '';

  beforeAll(async () => {
    hall = await startHall(aState({}), {
      notices: [{ way: 'mail', waiting: 2, lost: 0, failing: { since: 1, attempts: 3, why: 'down' } }],
    });
    const { body } = await httpClient(hall.origin).get('/metrics');
    text = String(body);
  });
  afterAll(() => hall.stop());

  it('is Prometheus’s text format: help and type before every metric, no metric twice, only numbers', () => {
    const names = [...text.matchAll(/^# TYPE (\w+) (?:gauge|counter)$/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const line of text.trimEnd().split('\n')) {
      if (line.startsWith('# ')) continue;
      const [, name, value] = /^(\w+)(?:\{\w+="[^"\\\n]*"(?:,\w+="[^"\\\n]*")*\})? (\S+)$/.exec(line) ?? [];
      expect(names).toContain(name);
      expect(Number.isFinite(Number(value))).toBe(true);
    }
    expect(text).toContain('shanyraq_notices_waiting{way="mail"} 2\n');
    expect(text).toContain('shanyraq_notices_failing{way="mail"} 1\n');
  });

  it('is a dashboard that asks only for metrics that exist', () => {
    const served = new Set([...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
    const asked = dashboard.panels.flatMap(({ targets }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(?:shanyraq|process)_\w+/g) ?? []),
    );
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter((name) => !served.has(name))).toEqual([]);
  });

  it('is a dashboard whose panels have names of their own, their places, and the source that is asked for', () => {
    const { panels, __inputs } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ datasource }) => datasource.uid))).toEqual(
      new Set(__inputs.map(({ name }) => `\${${name}}`)),
    );
    const taken = new Set<string>();
    for (const { gridPos } of panels)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(x).toBeLessThan(24);
          expect(taken.has(`${x}/${y}`)).toBe(false);
          taken.add(`${x}/${y}`);
        }
  });
});
