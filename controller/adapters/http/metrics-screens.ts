import type { HealthState, ScreenState } from '#shared/facts.ts';
import type { Metric } from './metric.ts';

/** What each screen says of itself; no value where it says nothing. */
export function screenMetrics(screens: readonly ScreenState[]): readonly Metric[] {
  const by = (value: (screen: ScreenState) => number | null | undefined): Metric['values'] =>
    screens.flatMap((screen) => {
      const found = value(screen) ?? null;
      return found === null ? [] : [{ labels: { screen: screen.id }, value: found }];
    });
  const gauge = (name: string, help: string, value: Parameters<typeof by>[0]): Metric => ({
    name,
    help,
    type: 'gauge',
    values: by(value),
  });
  return [
    gauge('shanyraq_screen_up', '1 while it shows what it should, 0 while it does not.', ({ health }) =>
      upOf(health.state),
    ),
    gauge(
      'shanyraq_screen_clock_bound_seconds',
      'How far its clock may be from the hall’s.',
      ({ reported }) => reported && inSeconds(reported.clock.boundMs),
    ),
    gauge(
      'shanyraq_screen_round_trip_seconds',
      'From its clock to the controller and back.',
      ({ reported }) => reported && inSeconds(reported.clock.roundTripMs),
    ),
    {
      name: 'shanyraq_screen_frames_drawn_total',
      help: 'Frames that its page has drawn since it was loaded.',
      type: 'counter',
      values: by(({ reported }) => reported?.frames.drawn),
    },
    {
      name: 'shanyraq_screen_frames_dropped_total',
      help: 'Frames that its page has dropped since it was loaded.',
      type: 'counter',
      values: by(({ reported }) => reported?.frames.dropped),
    },
    gauge(
      'shanyraq_screen_temperature_celsius',
      'The hottest sensor of its machine.',
      ({ host }) => host?.temperatureC,
    ),
    gauge(
      'shanyraq_screen_disk_free_ratio',
      'Of the disk of its machine.',
      ({ host }) => host && host.disk.freeBytes / Math.max(1, host.disk.totalBytes),
    ),
  ];
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

/** As the availability counts it: nobody is blamed for what was planned, or what nobody could know. */
function upOf(state: HealthState): number | null {
  switch (state) {
    case 'online':
    case 'late':
    case 'degraded':
    case 'unproved':
      return 1;
    case 'offline':
    case 'frozen':
    case 'wrong':
      return 0;
    case 'dark':
    case 'maintenance':
    case 'unknown':
      return null;
  }
}
