import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Command } from '#core/ports.ts';
import type { RunView } from '#shared/facts.ts';
import { aHallAtWork, operator, type TestHall } from '../../support/engine.ts';
import { aHall, aScene, aShow, aState, at } from '../../support/hall-state.ts';

const dana: Actor = { is: 'person', id: 'dana', name: 'Dana', role: 'operator', zones: null, byPin: false };
const minuteMs = 60_000;

const weekly = [{ weekdays: [2, 3, 4, 5, 6, 7], from: '10:00', to: '18:00' }];
const state = aState({
  hall: aHall({ openingHours: { weekly, warmUpMs: 15 * minuteMs } }),
  scenes: [aScene('poem'), aScene('song')],
  shows: [aShow('talk', [{ scene: 'poem' }, { scene: 'song', trigger: 'go' }, { scene: 'poem', trigger: 'go' }])],
});

let hall: TestHall;
let orders = 0;

beforeEach(() => {
  hall = aHallAtWork(state);
  orders = 0;
});

async function order(command: Command, actor: Actor = operator): Promise<Record<string, unknown>> {
  const answer = await hall.engine.order({ commandId: `order-${++orders}`, actor, command });
  if (!answer.ok) throw Object.assign(new Error(answer.problem.detail), { code: answer.problem.code });
  return answer.answer;
}

const take = (scene: string, targets: string[] = ['all'], more: object = {}): Command => ({
  type: 'run.take',
  body: { targets, scene, ...more },
});
const shown = (screen: string): string | null => hall.engine.screen(screen)?.desired.scene ?? null;
const manual = (): readonly RunView[] => hall.engine.runs().filter(({ layer }) => layer === 'manual');
const lastAct = () => hall.engine.facts().lastAct;
const losses = () => hall.engine.facts().losses;
const takeBack = (actor: Actor = operator) => order({ type: 'act.take-back', act: lastAct()?.id ?? '' }, actor);

describe('back as it was', () => {
  it('ends what was taken, and what lay beneath is back where it would have been', async () => {
    await order(take('poem'));
    hall.tick(10_000);
    const before = hall.engine.plan('p1')?.items.find(({ layer }) => layer === 'manual');
    await order(take('song', ['p1']));
    hall.tick(5000);
    expect(shown('p1')).toBe('song');
    await takeBack();
    hall.tick(100);
    expect(shown('p1')).toBe('poem');
    const after = hall.engine.plan('p1')?.items.find(({ run }) => run === before?.run);
    expect(after?.segments).toEqual(before?.segments);
  });

  it('lets a released run go on as if it had never stopped', async () => {
    const { run } = await order(take('poem'));
    hall.tick(1000);
    const segments = manual()[0]?.segments;
    await order({ type: 'run.release', runs: [String(run)] });
    hall.tick(20_000);
    expect(shown('p1')).not.toBe('poem');
    await takeBack();
    hall.tick(100);
    expect(shown('p1')).toBe('poem');
    expect(manual()[0]?.segments).toEqual(segments);
  });

  it('brings several back that were released in one act, each where it would have been', async () => {
    const held: string[] = [];
    for (const [scene, target] of [
      ['poem', 'p1'],
      ['song', 'p2'],
      ['poem', 'p3'],
    ] as const) {
      held.push(String((await order(take(scene, [target]))).run));
      hall.tick(1000);
    }
    const segments = manual().map((run) => run.segments);
    const { runs } = await order({ type: 'run.release', runs: held });
    expect(runs).toEqual(held);
    hall.tick(5000);
    expect(manual()).toEqual([]);
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry?.summary.match(/released/g)).toHaveLength(3);
    await takeBack();
    hall.tick(100);
    expect(['p1', 'p2', 'p3'].map(shown)).toEqual(['poem', 'song', 'poem']);
    expect(manual().map((run) => run.segments)).toEqual(segments);
  });

  it('releases what is left of several, and refuses only where nothing is', async () => {
    const { run: first } = await order(take('poem', ['p1']));
    const { run: second } = await order(take('song', ['p2']));
    hall.tick(1000);
    await order({ type: 'run.release', runs: [String(first)], reason: 'A fault' }, dana);
    hall.tick(1000);
    expect(await order({ type: 'run.release', runs: [String(first), String(second), 'nothing'] })).toMatchObject({
      runs: [second],
    });
    hall.tick(1000);
    await expect(order({ type: 'run.release', runs: [String(first), String(second)] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(order({ type: 'run.release', runs: ['nothing'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('puts a GO back into its cue, and then the GO again', async () => {
    await order({ type: 'run.take', body: { targets: ['all'], show: 'talk' } });
    hall.tick(3000);
    await order({ type: 'run.control', run: manual()[0]?.id ?? '', action: 'go' });
    hall.tick(1000);
    expect(manual()[0]?.cue).toBe(1);
    await takeBack();
    hall.tick(100);
    expect(manual()[0]?.cue).toBe(0);
    await takeBack();
    hall.tick(100);
    expect(manual()[0]?.cue).toBe(1);
  });

  it('arms again what GO had used up', async () => {
    const { standby } = await order({ type: 'standby.arm', body: { targets: ['p1'], scene: 'poem' } });
    await order(take('poem', ['p1'], { policy: 'go', standby }));
    expect(hall.engine.facts().standbys).toEqual([]);
    await takeBack();
    expect(hall.engine.facts().standbys.map(({ id }) => id)).toEqual([standby]);
  });

  it('is offered for a minute, to everybody, and refused after', async () => {
    await order(take('poem'));
    const act = lastAct();
    expect(act).toMatchObject({ command: 'run.take', by: 'Aliya' });
    hall.tick(61_000);
    expect(lastAct()).toBeNull();
    await expect(order({ type: 'act.take-back', act: act?.id ?? '' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is refused when somebody did something else since', async () => {
    await order(take('poem'));
    const mine = lastAct()?.id ?? '';
    await order(take('song', ['p2'], { reason: 'A class' }), dana);
    await expect(order({ type: 'act.take-back', act: mine })).rejects.toMatchObject({ code: 'conflict' });
    expect(shown('p2')).not.toBeNull();
  });

  it('never touches an emergency, nor what was done before it: it has its own end', async () => {
    await order(take('poem'));
    const act = lastAct()?.id ?? '';
    await order({ type: 'emergency.raise', body: { kind: 'blackout' } });
    await hall.engine.settled();
    expect(lastAct()).toBeNull();
    await expect(order({ type: 'act.take-back', act })).rejects.toMatchObject({ code: 'conflict' });
    hall.tick(100);
    expect(hall.engine.screen('p1')?.desired.layer).toBe('emergency');
  });

  it('is not offered after an announcement, which is taken off; a sign by which a screen is found is none', async () => {
    await order(take('poem'));
    await order({ type: 'overlay.show', body: { type: 'ident', targets: ['p1'] } });
    expect(lastAct()?.command).toBe('run.take');
    await order({ type: 'overlay.show', body: { type: 'notice', targets: ['all'], text: { en: 'Soon' } } });
    expect(lastAct()).toBeNull();
  });

  it('opens the doors again that were closed by mistake', async () => {
    await order(take('poem'));
    hall.tick(1000);
    await order({ type: 'doors.set', body: { is: 'closed' } });
    hall.tick(1000);
    expect(lastAct()).toMatchObject({ command: 'doors.set', doors: 'closed', title: null, runs: 0 });
    await takeBack();
    hall.tick(100);
    expect(hall.engine.facts().doors).toMatchObject({ is: 'open', by: null });
    expect(shown('p1')).toBe('poem');
  });

  it('says what was done to what by whom, and of its own undoing that it would be done again', async () => {
    await order(take('poem'));
    expect(lastAct()).toMatchObject({ command: 'run.take', by: 'Aliya', title: { en: 'poem' }, undoes: null });
    await takeBack(dana);
    expect(lastAct()).toMatchObject({
      command: 'act.take-back',
      by: 'Dana',
      title: { en: 'poem' },
      undoes: { command: 'run.take', by: 'Aliya' },
    });
    await takeBack(dana);
    expect(lastAct()).toMatchObject({ command: 'run.take', by: 'Dana', undoes: null });
    hall.tick(100);
    expect(shown('p1')).toBe('poem');
  });

  it('arms nothing again on a screen for which a colleague has armed something else since', async () => {
    const { standby } = await order({ type: 'standby.arm', body: { targets: ['p1', 'p2'], scene: 'poem' } });
    await order(take('poem', ['p1', 'p2'], { policy: 'go', standby }));
    await order({ type: 'standby.arm', body: { targets: ['p1'], scene: 'song' } }, dana);
    await takeBack();
    expect(hall.engine.facts().standbys.map(({ owner, screens }) => [owner, ...screens])).toEqual([
      ['Aliya', 'p2'],
      ['Dana', 'p1'],
    ]);
  });
});

describe('leases', () => {
  it('are asked for, seen by all, and given', async () => {
    const { run } = await order(take('poem', ['all'], { reason: 'delegation' }));
    await order({ type: 'run.ask', run: String(run), message: 'A class is waiting.' }, dana);
    expect(manual()[0]).toMatchObject({ owner: 'Aliya', asked: { by: 'Dana', message: 'A class is waiting.' } });
    await expect(order({ type: 'run.answer', run: String(run), give: true }, dana)).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await order({ type: 'run.answer', run: String(run), give: true });
    expect(manual()[0]).toMatchObject({ owner: 'Dana', asked: null, reason: 'delegation' });
  });

  it('can be kept', async () => {
    const { run } = await order(take('poem'));
    await order({ type: 'run.ask', run: String(run), message: null }, dana);
    await order({ type: 'run.answer', run: String(run), give: false });
    expect(manual()[0]).toMatchObject({ owner: 'Aliya', asked: null });
  });

  it('can be taken over, and the journal keeps it', async () => {
    const { run } = await order(take('poem'));
    await order({ type: 'run.take-over', run: String(run), reason: 'Aliya has left' }, dana);
    expect(manual()[0]).toMatchObject({ owner: 'Dana', reason: 'Aliya has left' });
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry).toMatchObject({ actor: 'Dana', reason: 'Aliya has left', command: 'run.take-over' });
    expect(entry?.summary).toContain('from Aliya');
  });

  it('live: nobody ends, shortens or takes what another holds without a reason, and is told whose it is', async () => {
    const { run } = await order(take('poem'));
    const id = String(run);
    const attempts: readonly Command[] = [
      { type: 'run.release', runs: [id] },
      { type: 'run.take-over', run: id, reason: null },
      { type: 'run.edit', run: id, body: { holdFor: 1000 } },
    ];
    for (const command of attempts) {
      const answer = await hall.engine.order({ commandId: `${++orders}`, actor: dana, command });
      expect(answer).toMatchObject({
        ok: false,
        problem: {
          code: 'conflict',
          fields: [{ path: 'reason' }],
          detail: expect.stringContaining('Aliya holds') as string,
        },
      });
    }
    expect(manual()).toMatchObject([{ owner: 'Aliya', until: null }]);
    expect(losses()).toEqual([]);
    await order({ type: 'run.edit', run: id, body: { holdFor: 60_000 } });
    // Longer harms nobody, and is no loss.
    await order({ type: 'run.edit', run: id, body: { holdFor: 600_000 } }, dana);
    expect(losses()).toEqual([]);
  });

  it('tell their owner who did what and why, until it is hers again', async () => {
    const { run } = await order(take('poem'));
    const id = String(run);
    await order({ type: 'run.edit', run: id, body: { holdFor: 60_000, reason: 'The minister is early' } }, dana);
    expect(losses()).toMatchObject([{ id, owner: 'Aliya', by: 'Dana', how: 'shortened' }]);
    // What is done with it otherwise does not give her back what she has lost.
    await order({ type: 'run.control', run: id, action: 'pause' }, dana);
    expect(losses()).toMatchObject([{ id, how: 'shortened' }]);
    await order({ type: 'run.release', runs: [id], reason: 'A fault' }, dana);
    expect(losses()).toMatchObject([{ id, owner: 'Aliya', by: 'Dana', how: 'ended', reason: 'A fault' }]);
    const [entry] = await hall.engine.journal({ limit: 1 });
    expect(entry).toMatchObject({ command: 'run.release', actor: 'Dana', reason: 'A fault' });
    await takeBack(dana);
    expect(losses()).toEqual([]);
    await order({ type: 'run.take-over', run: id, reason: 'Aliya has left' }, dana);
    expect(losses()).toMatchObject([{ owner: 'Aliya', by: 'Dana', how: 'taken', reason: 'Aliya has left' }]);
    await order({ type: 'run.release', runs: [id] }, dana);
    expect(losses()).toMatchObject([{ owner: 'Aliya', how: 'taken' }]);
  });

  it('tell of what was put over what is seen, and of nothing that is over or one’s own', async () => {
    const { run: beneath } = await order(take('poem', ['p1']));
    const { run: own } = await order(take('song', ['p1']));
    await order(take('poem', ['p1']));
    expect(losses()).toEqual([]);
    await order({ type: 'run.release', runs: [String(own)] });
    const { run: seen } = await order(take('song', ['p1'], { holdFor: 60_000 }));
    hall.tick(100);
    await order(take('poem', ['p2'], { reason: 'elsewhere' }), dana);
    expect(losses()).toEqual([]);
    await order(take('poem', ['all'], { reason: 'delegation' }), dana);
    expect(losses()).toMatchObject([{ id: seen, how: 'covered', by: 'Dana', reason: 'delegation' }]);
    hall.tick(120_000);
    // Its time is up: whoever had it holds nothing any more.
    await expect(order({ type: 'run.release', runs: [String(seen)] }, dana)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(losses()).toHaveLength(1);
    expect(losses()[0]?.id).not.toBe(beneath);
  });

  it('are not lain over without a reason either, which names whose and where, and never by GO', async () => {
    const { run } = await order(take('poem', ['p1', 'p2']));
    const missing = [{ path: 'reason', message: 'missing: Aliya holds p1' }];
    const { standby } = await order({ type: 'standby.arm', body: { targets: ['p1', 'p3'], scene: 'song' } }, dana);
    for (const more of [{}, { standby }]) {
      const over = { ...take('song', ['p1', 'p3'], { policy: 'go', ...more }) };
      const refused = await hall.engine.order({ commandId: `over-${++orders}`, actor: dana, command: over });
      const detail: unknown = expect.stringContaining(`Aliya holds run ${String(run)} (p1).`);
      expect(refused).toMatchObject({ ok: false, problem: { code: 'conflict', detail, fields: missing } });
    }
    expect(manual()).toHaveLength(1);
    const key: Actor = { is: 'key', id: 'k', name: 'clock', permissions: ['run.take'], zones: null };
    await expect(order(take('song', ['p2']), key)).rejects.toMatchObject({ code: 'conflict' });
    // A preview lies over nothing, and elsewhere nobody is in the way.
    expect(hall.engine.previewTake({ targets: ['p1'], scene: 'song' }, dana).ok).toBe(true);
    await order(take('song', ['p3']), dana);
    await order(take('song', ['p1', 'p3'], { policy: 'go', standby, reason: 'A delegation' }), dana);
    expect(losses()).toMatchObject([{ id: run, how: 'covered', by: 'Dana', reason: 'A delegation' }]);
    // What is beneath is in nobody’s way: Aliya’s own is over it on one screen, and Dana’s on the other.
    await order(take('poem', ['p2']));
    await order(take('poem', ['p1', 'p3']), dana);
  });

  it('never hold up an emergency, and are no matter of it', async () => {
    await order(take('poem'));
    await order({ type: 'emergency.raise', body: { kind: 'blackout' } }, dana);
    await hall.engine.settled();
    hall.tick(100);
    expect(hall.engine.screen('p1')?.desired.layer).toBe('emergency');
    await order({ type: 'emergency.end' }, dana);
    expect(losses()).toEqual([]);
  });

  it('are about what is held by hand', async () => {
    await expect(order({ type: 'run.ask', run: 'nothing', message: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { run } = await order(take('poem'));
    await expect(order({ type: 'run.ask', run: String(run), message: null })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('GO of two people in the same instant', () => {
  it('takes what is armed once', async () => {
    const { standby } = await order({ type: 'standby.arm', body: { targets: ['all'], scene: 'poem' } });
    const go = take('poem', ['all'], { policy: 'go', standby });
    const both = await Promise.allSettled([order(go), order(go, dana)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(manual()).toHaveLength(1);
  });

  it('starts the next cue once', async () => {
    await order({ type: 'run.take', body: { targets: ['all'], show: 'talk' } });
    hall.tick(1000);
    const run = manual()[0]?.id ?? '';
    const go: Command = { type: 'run.control', run, action: 'go', from: 'cue-1' };
    await order(go);
    hall.tick(50);
    await expect(order(go, dana)).rejects.toMatchObject({ code: 'conflict' });
    expect(manual()[0]?.cue).toBe(1);
  });
});

describe('what is announced', () => {
  const text = { kk: 'Зал жабылады', ru: 'Зал закрывается', en: 'The hall closes' };
  const announced = () => hall.engine.facts().announced;
  const show = (type: 'ribbon' | 'notice' | 'ident', more: object = {}) =>
    order({ type: 'overlay.show', body: { type, targets: ['p1', 'p2'], ...more } });

  it('is told to every console with its words, its screens and its end, until it is over', async () => {
    const told: unknown[] = [];
    hall.engine.subscribe(({ desk }) => {
      if (desk?.announced !== undefined) told.push(desk.announced.map(({ text: words }) => words));
    });
    const { overlay } = await show('ribbon', { text, holdFor: 10 * minuteMs });
    const [first] = announced();
    expect(first).toMatchObject({ id: overlay, type: 'ribbon', text, screens: ['p1', 'p2'] });
    expect((first?.until ?? 0) - (first?.from ?? 0)).toBe(10 * minuteMs);
    hall.tick(10 * minuteMs + 1000);
    expect(announced()).toEqual([]);
    expect(told).toEqual([[text], []]);
  });

  it('is over as soon as somebody takes it off, and a sign that a technician looks for is none of it', async () => {
    const { overlay } = await show('notice', { text });
    await show('ident');
    expect(announced()).toMatchObject([{ id: overlay, until: null }]);
    hall.tick(1000);
    await order({ type: 'overlay.hide', overlay: String(overlay) }, dana);
    hall.tick(100);
    expect(announced()).toEqual([]);
  });
});

describe('the doors', () => {
  // The test hall's clock stands at noon on a Wednesday in Almaty.
  const doors = () => hall.engine.facts().doors;
  const set = (is: 'open' | 'closed') => order({ type: 'doors.set', body: { is } });

  it('follow the hours', () => {
    expect(doors()).toEqual({ is: 'open', until: at('2026-12-16T18:00+05:00'), by: null });
  });

  it('close early, until the hall would open again', async () => {
    await set('closed');
    hall.tick(100);
    expect(doors()).toMatchObject({ is: 'closed', until: at('2026-12-17T10:00+05:00'), by: 'Aliya' });
    expect(hall.engine.screen('p1')?.desired).toMatchObject({ layer: 'closed', power: 'standby' });
    hall.tick(22 * 60 * minuteMs);
    expect(doors()).toMatchObject({ is: 'open', by: null });
  });

  it('open again by the hours alone', async () => {
    await set('closed');
    hall.tick(1000);
    await set('open');
    hall.tick(100);
    expect(doors()).toEqual({ is: 'open', until: at('2026-12-16T18:00+05:00'), by: null });
    expect(hall.engine.screen('p1')?.desired.layer).toBe('ambient');
  });

  it('open late in the evening, until the next morning’s hours take over', async () => {
    hall.tick(8 * 60 * minuteMs);
    expect(doors()).toMatchObject({ is: 'closed', until: at('2026-12-17T10:00+05:00') });
    await set('open');
    hall.tick(100);
    expect(doors()).toMatchObject({ is: 'open', until: at('2026-12-17T18:00+05:00'), by: 'Aliya' });
    expect(hall.engine.screen('p1')?.desired.layer).toBe('ambient');
    await set('closed');
    hall.tick(100);
    expect(doors()).toMatchObject({ is: 'closed', by: null });
  });

  it('decide nothing where the hours already do', async () => {
    const { revision } = hall.engine.facts();
    expect(await set('open')).toMatchObject({ by: 'hours' });
    expect(hall.engine.facts().revision).toBe(revision);
  });
});

describe('a preview', () => {
  it('shows what the screens would show, and decides nothing', () => {
    const { revision } = hall.engine.facts();
    const preview = hall.engine.previewTake({ targets: ['p1', 'p2'], scene: 'song' }, operator);
    if (!preview.ok) throw new Error(preview.problem.detail);
    expect(preview.plans.map(({ screen }) => screen)).toEqual(['p1', 'p2']);
    const [item] = preview.plans[0]?.items ?? [];
    const scenes = preview.plans[0]?.timelines[item?.timeline ?? '']?.scenes ?? {};
    expect(Object.values(scenes).map(({ scene }) => scene)).toEqual(['song']);
    expect(hall.engine.facts().revision).toBe(revision);
    expect(manual()).toEqual([]);
  });

  it('says what is wrong with it', () => {
    const preview = hall.engine.previewTake({ targets: ['p1'], scene: 'nothing' }, operator);
    expect(preview).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});

describe('timelines', () => {
  it('are found by the hash that a run names', async () => {
    await order({ type: 'run.take', body: { targets: ['all'], show: 'talk' } });
    const [run] = manual();
    expect(hall.engine.timeline(run?.timeline ?? '')?.cues.map(({ id }) => id)).toEqual(['cue-1', 'cue-2', 'cue-3']);
    expect(hall.engine.timeline('0000000000000000')).toBeNull();
  });
});
