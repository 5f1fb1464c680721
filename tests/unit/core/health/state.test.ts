import { describe, expect, it } from 'vitest';
import type { HealthState } from '#shared/facts.ts';
import { HealthState as HealthStates } from '#shared/facts.ts';
import type { Report } from '#shared/report.ts';
import type { Signs } from '#core/health/signs.ts';
import { healthAt } from '#core/health/state.ts';
import { bareNames } from '#shared/words/names.ts';
import { namesIn } from '#core/words/call.ts';
import { aScene, aState } from '../../../support/hall-state.ts';
import { aHostReport, aReport } from '../../../support/reports.ts';

const now = 1_000_000;

/** The signs of a screen where all is well, heard a second ago. */
function signs(change: Partial<Signs> = {}): Signs {
  return {
    isPaired: true,
    isConnected: true,
    hasJustCome: false,
    isStandIn: false,
    report: aReport(),
    reportedAt: now - 1_000,
    host: null,
    agrees: true,
    frames: { drawn: 100, grewAt: now - 1_000 },
    droppedShare: 0.01,
    verdict: { is: 'proved', at: now - 1_000 },
    clockJumpedAt: null,
    twins: null,
    copied: null,
    keptOut: null,
    maintenance: null,
    ...change,
  };
}

const page = (change: Partial<Report['page']>): Report => aReport({ page: { ...aReport().page, ...change } });
const host = aHostReport({
  browser: { name: 'chromium', state: 'stopped', restarts: 1, lastRestart: 'it had died' },
});

/** What may be the case with a screen, and the state that follows, in the order in which one hides the other. */
const situations: readonly (readonly [name: string, signs: Signs, state: HealthState, reason: RegExp])[] = [
  ['in maintenance', signs({ maintenance: { until: null, reason: 'A new lamp.' } }), 'maintenance', /^A new lamp\.$/],
  ['kept out', signs({ keptOut: { is: 'by-hand', by: 'Aliya' } }), 'offline', /kept out: Aliya wants it so\.$/],
  [
    'flapping',
    signs({ keptOut: { is: 'flaps', times: 13, withinS: 10 } }),
    'offline',
    /it connected 13 times in 10 s\.$/,
  ],
  ['never heard', signs({ report: null, reportedAt: null }), 'unknown', /not been heard since/],
  ['never paired', signs({ report: null, reportedAt: null, isPaired: false }), 'unknown', /No player is paired/],
  ['silent', signs({ reportedAt: now - 6_001 }), 'offline', /not been heard/],
  ['gone', signs({ reportedAt: now - 3_501, isConnected: false }), 'offline', /not been heard/],
  ['silent, its host is not', signs({ reportedAt: now - 7_000, host }), 'offline', /says that it is stopped/],
  ['overdue', signs({ reportedAt: now - 3_501 }), 'late', /overdue/],
  ['of a page that has just come', signs({ hasJustCome: true, agrees: null }), 'unproved', /has just come/],
  ['hung', signs({ report: aReport({ hungMs: 3_000 }) }), 'frozen', /has not answered for 3 s/],
  ['without new frames', signs({ frames: { drawn: 100, grewAt: now - 3_501 } }), 'frozen', /no new frames/],
  [
    'hidden',
    signs({ frames: { drawn: 100, grewAt: now - 3_501 }, report: page({ visible: false }) }),
    'frozen',
    /behind another window/,
  ],
  ['still', signs({ verdict: { is: 'still', since: now - 20_000 } }), 'frozen', /not changed/],
  ['another scene', signs({ agrees: false }), 'wrong', /shows idle, which is not/],
  ['black', signs({ verdict: { is: 'black', since: now - 2_000 } }), 'wrong', /black, although/],
  ['lit', signs({ verdict: { is: 'lit', at: now } }), 'wrong', /lit, although/],
  ['another picture', signs({ verdict: { is: 'other', scene: 'map/map/en' } }), 'wrong', /looks like map/],
  ['missing a medium', signs({ report: aReport({ media: { held: 1, missing: ['a.webp'] } }) }), 'degraded', /a\.webp/],
  [
    'with an error',
    signs({ report: aReport({ errors: [{ at: 1, where: 'map', what: 'no' }] }) }),
    'degraded',
    /map: no/,
  ],
  [
    'without room',
    signs({ report: page({ storage: { usedBytes: 99, quotaBytes: 100 } }) }),
    'degraded',
    /no room left/,
  ],
  [
    'whose token was copied',
    signs({ twins: ['10.0.0.4', '10.0.0.9'] }),
    'degraded',
    /two places.*10\.0\.0\.4 and 10\.0\.0\.9/,
  ],
  [
    'whose old token was used',
    signs({ copied: { from: '10.0.0.9', at: now - 3_600_000 } }),
    'degraded',
    /old token.*10\.0\.0\.9/,
  ],
  ['whose old token was used two days ago', signs({ copied: { from: 'x', at: now - 48 * 3_600_000 } }), 'online', /^$/],
  ['with a clock that jumped', signs({ clockJumpedAt: now - 9_000 }), 'degraded', /jumped/],
  [
    'with an uncertain clock',
    signs({ report: aReport({ clock: { status: 'synced', boundMs: 40, roundTripMs: 70 } }) }),
    'degraded',
    /40\.0 ms/,
  ],
  ['held up', signs({ report: page({ longTaskMs: 1_500 }) }), 'degraded', /stood still for 1\.5 s/],
  ['dropping frames', signs({ droppedShare: 0.4 }), 'degraded', /40 % of its frames/],
  [
    'drawn at the desk of an operator, who is slow and busy elsewhere',
    signs({ isStandIn: true, droppedShare: 0.4, report: page({ longTaskMs: 1_500, visible: false }) }),
    'online',
    /^$/,
  ],
  ['silenced', signs({ report: aReport({ sound: 'blocked' }) }), 'degraded', /sound/],
  [
    'hot',
    signs({ host: { ...host, browser: { ...host.browser, state: 'running' }, temperatureC: 91 } }),
    'degraded',
    /91 °C/,
  ],
  ['asleep by plan', signs({ report: aReport({ power: 'standby', shown: null }) }), 'dark', /to sleep/],
  ['black by plan', signs({ verdict: { is: 'dark', at: now } }), 'dark', /black, and it is/],
  ['unseen', signs({ verdict: { is: 'unseen' } }), 'unproved', /nobody has seen/],
  ['just told to change', signs({ agrees: null }), 'online', /^$/],
  ['well', signs(), 'online', /^$/],
];

describe('the state of a screen', () => {
  it.each(situations)('%s', (_name, given, state, reason) => {
    const health = healthAt(given, null, now, bareNames);
    expect(health.state).toBe(state);
    expect(health.reason ?? '').toMatch(reason);
    // Whoever reads it reads Kazakh, Russian or English.
    const languages = Object.keys(health.said ?? { en: '', kk: '', ru: '' });
    expect(languages.toSorted()).toEqual(['en', 'kk', 'ru']);
    expect(health.said?.['en'] ?? null).toBe(health.reason);
  });

  it('is reached by every situation that the type knows', () =>
    expect(new Set(situations.map(([, , state]) => state))).toEqual(new Set(HealthStates.options)));

  it('is online only within 6 s of what was heard, whatever else is well', () => {
    for (let silentMs = 0; silentMs < 20_000; silentMs += 100) {
      const { state } = healthAt(
        signs({ reportedAt: now - silentMs, frames: { drawn: 1, grewAt: now } }),
        null,
        now,
        bareNames,
      );
      expect(state === 'online').toBe(silentMs <= 3_500);
      expect(state === 'offline').toBe(silentMs > 6_000);
    }
  });
});

describe('from every state to every other', () => {
  const cells = HealthStates.options.flatMap((before) =>
    situations.map(([name, given, after]) => [before, name, given, after] as const),
  );
  it.each(cells)('%s, then %s', (before, _name, given, after) => {
    const health = healthAt(given, { state: before, since: 5, reason: null }, now, bareNames);
    // Nothing of the past but the beginning of the state that lasts.
    expect(health.state).toBe(after);
    expect(health.since).toBe(before === after ? 5 : healthAt(given, null, now, bareNames).since);
  });

  it('a screen is offline since it was last heard, and frozen since its last frame', () => {
    expect(healthAt(signs({ reportedAt: now - 7_000 }), null, now, bareNames).since).toBe(now - 7_000);
    expect(healthAt(signs({ frames: { drawn: 1, grewAt: now - 5_000 } }), null, now, bareNames).since).toBe(
      now - 5_000,
    );
    expect(healthAt(signs({ verdict: { is: 'black', since: now - 2_000 } }), null, now, bareNames).since).toBe(
      now - 2_000,
    );
    expect(healthAt(signs(), null, now, bareNames).since).toBe(now);
  });
});

describe('what is said of a screen', () => {
  const state = aState({ scenes: [aScene('steppe', { title: { en: 'Steppe', ru: 'Степь', kk: 'Дала' } })] });
  const shown = { ...aReport().shown, scene: 'steppe' } as NonNullable<Report['shown']>;
  it.each([
    [
      'the scene that it shows instead',
      signs({ agrees: false, report: aReport({ shown }) }),
      'It shows steppe, which is not what its plan wants.',
      'It shows “Steppe”, which is not what its plan wants.',
      'Показывает «Степь», а план велит другое.',
      '«Дала» сахнасын көрсетіп тұр, ал жоспарда басқа.',
    ],
    [
      'the scene that its picture looks like',
      signs({ verdict: { is: 'other', scene: 'title/steppe/en' } }),
      'Its picture looks like steppe, which is not on.',
      'Its picture looks like “Steppe”, which is not on.',
      'Картинка похожа на «Степь», а эта сцена сейчас не идёт.',
      'Сурет «Дала» сахнасына ұқсайды, бірақ ол қазір жүрмейді.',
    ],
    [
      'the scene that it cannot show',
      signs({ report: aReport({ shown: { ...shown, type: 'fallback' } }) }),
      'It cannot show steppe, and shows its title instead.',
      'It cannot show “Steppe”, and shows its title instead.',
      'Не может показать «Степь» и показывает название вместо сцены.',
      '«Дала» сахнасын көрсете алмай, атауын ғана көрсетіп тұр.',
    ],
    [
      'the scene in which something failed',
      signs({ report: aReport({ errors: [{ at: 1, where: 'scene steppe (title)', what: 'no font' }] }) }),
      'scene steppe: no font',
      'scene “Steppe”: no font',
      'сцена «Степь»: no font',
      '«Дала» сахнасы: no font',
    ],
    [
      'the slate of the closed hall',
      signs({ agrees: false, report: aReport({ shown: { ...shown, scene: 'closed' } }) }),
      'It shows closed, which is not what its plan wants.',
      'It shows “The hall is closed”, which is not what its plan wants.',
      'Показывает «Зал закрыт», а план велит другое.',
      '«Зал жабық» сахнасын көрсетіп тұр, ал жоспарда басқа.',
    ],
  ])('names %s, with its id for programs', (_, given, reason, en, ru, kk) => {
    expect(healthAt(given, null, now, namesIn(state))).toMatchObject({ reason, said: { en, ru, kk } });
  });

  it('says that nothing is shown where nothing is', () =>
    expect(
      healthAt(signs({ agrees: false, report: aReport({ shown: null }) }), null, now, bareNames).said?.['ru'],
    ).toBe('Ничего не показывает, а план велит другое.'));

  it.each([
    ['starting', 'запускается', 'іске қосылып жатыр'],
    ['running', 'запущен', 'іске қосулы'],
    ['hung', 'завис', 'қатып қалды'],
    ['stopped', 'остановлен', 'тоқтап тұр'],
  ] as const)('has the state %s of a silent browser in every language', (browserState, ru, kk) => {
    const given = signs({
      reportedAt: now - 7_000,
      host: { ...host, browser: { ...host.browser, state: browserState } },
    });
    expect(healthAt(given, null, now, bareNames).said).toEqual({
      en: `Its browser has not been heard; its player host answers and says that it is ${browserState}.`,
      ru: `Браузер молчит; хост плеера отвечает и сообщает, что браузер ${ru}.`,
      kk: `Браузер үнсіз; плеер хосты жауап береді, оның айтуынша, браузер ${kk}.`,
    });
  });
});
