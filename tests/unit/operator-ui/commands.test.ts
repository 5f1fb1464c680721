import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunView } from '#shared/facts.ts';
import { problem } from '#shared/problem.ts';
import { runRefusals } from '#shared/words/run-refusals.ts';
import { Commands } from '../../../operator-ui/controllers/commands.ts';
import type { Act } from '../../../operator-ui/state/acts.ts';

const mute: Act = { do: 'sound', output: 'all', body: { muted: true } };
const level = (to: number): Act => ({ do: 'sound', output: 'hall', body: { level: to } });
const go = (run: string): Act => ({ do: 'control', run, action: 'go', from: 'opening' });

describe('what was pressed', () => {
  /** Requests that wait for their answer, as `METHOD path body`. */
  let asked: { readonly what: string; readonly answer: (response: Response) => void }[];
  let heard: number;
  let commands: Commands;

  const sent = (): readonly string[] => asked.map(({ what }) => what);
  /** The hall answers the newest request: it was decided as this revision. */
  const decided = async (revision: number): Promise<void> => {
    asked.at(-1)?.answer(new Response('{}', { headers: { 'Hall-Revision': String(revision) } }));
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    heard = 7;
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('fetch', (url: string, { method, body }: { readonly method: string; readonly body?: string }) => {
      const what = [method, url.replace('/api/', ''), body].filter((part) => part !== undefined).join(' ');
      return new Promise<Response>((answer) => asked.push({ what, answer }));
    });
    const host = { addController: () => undefined, requestUpdate: () => undefined };
    commands = new Commands(
      host as never,
      () => true,
      () => heard,
    );
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits for its reason where another holds what it would end, and for nothing else', async () => {
    const host = { addController: () => undefined, requestUpdate: () => undefined };
    const hers = { id: 'hers' } as RunView;
    const careful = new Commands(
      host as never,
      () => true,
      () => heard,
      (act) => (act.do === 'release' && act.reason === undefined ? [hers] : []),
    );
    void careful.give(mute);
    expect(sent()).toHaveLength(1);
    void careful.give({ do: 'release', runs: ['hers'] });
    expect(careful.question?.runs).toEqual([hers]);
    careful.forget();
    careful.answer('too late');
    expect(sent()).toHaveLength(1);
    void careful.give({ do: 'release', runs: ['hers'] });
    careful.answer('A fault & a half');
    careful.answer('A fault & a half');
    expect(sent()[1]).toBe('POST releases {"runs":["hers"],"reason":"A fault & a half"}');
    expect(sent()).toHaveLength(2);
    expect(careful.question).toBeNull();
  });

  it('is asked for its reason as well where the hall alone knew whose it is, and goes with it', async () => {
    const missing = [{ path: 'reason', message: 'missing: Dana holds p1' }];
    const refused = problem('conflict', runRefusals.standbyGone(), missing);
    const act: Act = { do: 'take', body: { targets: ['p1'], scene: 'poem' } };
    const refuse = async (): Promise<void> => {
      asked.at(-1)?.answer(new Response(JSON.stringify(refused), { status: refused.status }));
      await vi.advanceTimersByTimeAsync(0);
    };
    void commands.give(act);
    await refuse();
    expect(commands.refusal).toBeNull();
    expect(commands.question).toMatchObject({ act, runs: [], refusal: { code: 'conflict', detail: refused.detail } });
    commands.answer('A fault');
    expect(sent()[1]).toBe('POST takes {"targets":["p1"],"scene":"poem","reason":"A fault"}');
    // Said already, it is no question any more.
    await refuse();
    expect(commands.question).toBeNull();
    expect(commands.refusal).toMatchObject({ code: 'conflict' });
  });

  it('is done once until the console has heard of it, however often it is pressed', async () => {
    void commands.give(mute);
    void commands.give(mute);
    await decided(8);
    // Answered, but what the key would toggle is still drawn as it was.
    void commands.give(mute);
    expect(sent()).toEqual(['PATCH sound/all {"muted":true}']);
    heard = 8;
    void commands.give(mute);
    expect(sent()).toHaveLength(2);
  });

  it('is never kept for later', async () => {
    void commands.give(go('tour'));
    void commands.give(go('tour'));
    await decided(8);
    heard = 8;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toEqual(['POST runs/tour/go?from=opening']);
  });

  it('goes at once where something else is wished for the same thing, and again where the first is wished once more', () => {
    const doors = (is: 'open' | 'closed'): Act => ({ do: 'doors', is });
    for (const is of ['open', 'closed', 'closed', 'open'] as const) void commands.give(doors(is));
    expect(sent()).toEqual(['PUT doors {"is":"open"}', 'PUT doors {"is":"closed"}', 'PUT doors {"is":"open"}']);
  });

  it('holds a run right after GO, in whichever cue it is by then', () => {
    void commands.give(go('tour'));
    void commands.give({ do: 'control', run: 'tour', action: 'pause', from: 'opening' });
    void commands.give({ do: 'jump', run: 'tour', body: { cue: 'end' } });
    void commands.give({ do: 'jump', run: 'tour', body: { cue: 'middle' } });
    void commands.give({ do: 'jump', run: 'tour', body: { cue: 'middle' } });
    expect(sent()).toEqual([
      'POST runs/tour/go?from=opening',
      'POST runs/tour/pause',
      'POST runs/tour/jump {"cue":"end"}',
      'POST runs/tour/jump {"cue":"middle"}',
    ]);
  });

  it('is never dropped of emergencies and overlays unless it is exactly the same', () => {
    const evacuation = (zone: string): Act => ({ do: 'emergency', body: { kind: 'evacuation', targets: [zone] } });
    for (const zone of ['east', 'east', 'west']) void commands.give(evacuation(zone));
    for (const run of ['east', 'west', 'west']) void commands.give({ do: 'end-emergency', run });
    void commands.give(evacuation('west'));
    expect(sent()).toEqual([
      'POST emergency {"kind":"evacuation","targets":["east"]}',
      'POST emergency {"kind":"evacuation","targets":["west"]}',
      'DELETE emergency/east',
      'DELETE emergency/west',
      'POST emergency {"kind":"evacuation","targets":["west"]}',
    ]);
    asked = [];
    const overlay = (text: string): Act => ({
      do: 'overlay',
      body: { type: 'announcement', targets: ['map'], text: { ru: text } } as never,
    });
    for (const text of ['Обет', 'Обед', 'Обед']) void commands.give(overlay(text));
    expect(sent()).toHaveLength(2);
  });

  it('is done to those of several that it is not being done to', () => {
    void commands.give({ do: 'release', runs: ['tour'] });
    void commands.give({ do: 'release', runs: ['school', 'tour'] });
    void commands.give({ do: 'release', runs: ['school', 'tour'] });
    expect(sent()).toEqual(['POST releases {"runs":["tour"]}', 'POST releases {"runs":["school"]}']);
  });

  it('is forgotten as soon as what came of it is drawn', async () => {
    void commands.give(go('tour'));
    await decided(8);
    heard = 8;
    commands.hostUpdated();
    heard = 0;
    void commands.give(go('tour'));
    expect(sent()).toHaveLength(2);
  });

  it('keeps nobody from doing the same to another thing, nor another thing to the same', () => {
    void commands.give(go('tour'));
    void commands.give(go('school'));
    void commands.give({ do: 'release', runs: ['tour'] });
    void commands.give({ do: 'take', body: { targets: ['map'], scene: 'steppe' } });
    void commands.give({ do: 'take', body: { targets: ['map'], scene: 'steppe', reason: 'again' } });
    void commands.give({ do: 'take', body: { targets: ['map'], scene: 'sea' } });
    expect(sent()).toEqual([
      'POST runs/tour/go?from=opening',
      'POST runs/school/go?from=opening',
      'POST releases {"runs":["tour"]}',
      'POST takes {"targets":["map"],"scene":"steppe"}',
      'POST takes {"targets":["map"],"scene":"sea"}',
    ]);
  });

  it('is another take where it goes without who is late, lasts otherwise or speaks another language', () => {
    const ways = [{}, { policy: 'strict' }, { policy: 'go' }, { holdFor: 60_000 }, { language: 'ru' }] as const;
    for (const way of ways)
      for (const body of [
        { targets: ['map'], scene: 'steppe', ...way },
        { targets: ['map'], scene: 'steppe', standby: 'armed', ...way },
      ])
        for (let press = 0; press < 2; press += 1) void commands.give({ do: 'take', body });
    expect(sent()).toHaveLength(2 * ways.length);
    for (const way of ways)
      expect(sent()).toContain(`POST takes ${JSON.stringify({ targets: ['map'], scene: 'steppe', ...way })}`);
    asked = [];
    const arm = (language: string): Act => ({ do: 'arm', body: { targets: ['map'], scene: 'steppe', language } });
    for (const language of ['kk', 'ru', 'ru']) void commands.give(arm(language));
    expect(sent()).toHaveLength(2);
  });

  it('can be pressed again at once where it was refused', async () => {
    void commands.give(go('tour'));
    const refused = problem('conflict', runRefusals.lastCue());
    asked[0]?.answer(new Response(JSON.stringify(refused), { status: refused.status }));
    await vi.advanceTimersByTimeAsync(0);
    expect(commands.refusal?.code).toBe('conflict');
    void commands.give(go('tour'));
    expect(sent()).toHaveLength(2);
  });

  it('says nothing where it was pressed twice and the first press has been carried out and heard of', async () => {
    const refused = problem('conflict', runRefusals.cueIsOn('tour', 'opening'));
    const refuseLast = async (): Promise<void> => {
      asked.at(-1)?.answer(new Response(JSON.stringify(refused), { status: refused.status }));
      await vi.advanceTimersByTimeAsync(0);
    };
    void commands.give(go('tour'));
    await decided(8);
    heard = 8;
    commands.hostUpdated();
    await vi.advanceTimersByTimeAsync(250);
    void commands.give(go('tour'));
    await refuseLast();
    expect(sent()).toHaveLength(2);
    expect(commands.refusal).toBeNull();
    // Another's, and one's own of long ago, are told.
    void commands.give(go('school'));
    await refuseLast();
    expect(commands.refusal?.code).toBe('conflict');
    commands.forget();
    await vi.advanceTimersByTimeAsync(5000);
    void commands.give(go('tour'));
    await refuseLast();
    expect(commands.refusal?.code).toBe('conflict');
  });

  it('can be pressed again after a while where no news come', async () => {
    void commands.give(go('tour'));
    await decided(8);
    await vi.advanceTimersByTimeAsync(1900);
    void commands.give(go('tour'));
    expect(sent()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    void commands.give(go('tour'));
    expect(sent()).toHaveLength(2);
  });

  it('ends a level where the hand has left it, as a figure is right whatever was heard', async () => {
    void commands.give(level(0.2));
    void commands.give(level(0.4));
    void commands.give(level(0.6));
    expect(sent()).toEqual(['PATCH sound/hall {"level":0.2}']);
    await decided(8);
    expect(sent()).toEqual(['PATCH sound/hall {"level":0.2}', 'PATCH sound/hall {"level":0.6}']);
  });
});
