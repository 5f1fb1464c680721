import { describe, expect, it } from 'vitest';
import type { Report } from '#shared/report.ts';
import { aHallAtWork } from '../../support/engine.ts';
import { aState, screen } from '../../support/hall-state.ts';
import { aReport } from '../../support/reports.ts';

const state = aState({});
const id = screen(Object.values(state.hall)[0]?.screens[0]?.id ?? '');

describe('what is heard of a page', () => {
  /** A hall whose screen is played by page `a`, which lacks a medium. */
  function aHallWithAPage() {
    const hall = aHallAtWork(state);
    const { engine, clock } = hall;
    const report = (change: Partial<Report> = {}): void => {
      const wanted = engine.screen(id)?.desired;
      if (wanted?.scene === undefined || wanted.scene === null || wanted.run === null || wanted.type === null)
        throw new Error('the screen is to show nothing');
      const shown = { run: wanted.run, scene: wanted.scene, type: wanted.type };
      const rest = { key: 'k', cue: 0, positionMs: 0, language: 'en' };
      engine.report(aReport({ screen: id, at: clock.now, shown: { ...shown, ...rest }, ...change }));
    };
    engine.played(id, 'screen', 'a');
    report({ media: { held: 1, missing: ['a.webp'] } });
    expect(engine.screen(id)).toMatchObject({ agrees: true, health: { state: 'degraded' } });
    return { engine, clock, report };
  }

  it('is not held for the page that comes after it', () => {
    const { engine, clock, report } = aHallWithAPage();
    engine.played(id, 'none', null);
    expect(engine.screen(id)?.health.state).toBe('degraded');
    clock.now += 1_000;
    engine.played(id, 'screen', 'b');
    expect(engine.pageOf(id)).toEqual({ page: 'b', hasReported: false });
    const { agrees, health } = engine.screen(id) ?? {};
    expect([agrees, health?.state, health?.reason]).toEqual([null, 'unproved', expect.stringMatching(/just come/)]);
    report();
    expect(engine.pageOf(id)).toEqual({ page: 'b', hasReported: true });
    expect(engine.screen(id)?.agrees).toBe(true);
    expect(engine.screen(id)?.health.reason).not.toMatch(/just come|a\.webp/);
  });

  it('stays true of it when a mirror comes or goes', () => {
    const { engine } = aHallWithAPage();
    engine.played(id, 'screen', 'a');
    expect(engine.pageOf(id)).toEqual({ page: 'a', hasReported: true });
    expect(engine.screen(id)).toMatchObject({ agrees: true, health: { state: 'degraded' } });
  });

  it('is late and then silence, where the new page never says anything', () => {
    const { engine, clock } = aHallWithAPage();
    engine.played(id, 'screen', 'b');
    clock.now += 4_000;
    expect(engine.screen(id)?.health.state).toBe('late');
    clock.now += 4_000;
    expect(engine.screen(id)?.health.state).toBe('offline');
  });
});
