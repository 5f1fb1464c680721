import { Health } from '#shared/facts.ts';
import { severityOf } from '#shared/incidents.ts';
import type { NoticeState } from '#shared/notices.ts';
import type { HallEngine } from '#core/ports.ts';
import { screenMetrics } from './metrics-screens.ts';
import { skewMetrics } from './metrics-skew.ts';
import type { Metric } from './metric.ts';

/** What the engine does not know. */
export interface MetricsParts {
  readonly notices: readonly NoticeState[];
  readonly loopDelayMs: readonly (readonly [quantile: string, ms: number])[];
}

/** The hall and its process in Prometheus's text format. */
export function metricsText(engine: HallEngine, parts: MetricsParts): string {
  const { screens, runs, storage, revision } = engine.facts();
  const telemetry = engine.telemetryStats();
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  const count = (fits: (screen: (typeof screens)[number]) => boolean): number => screens.filter(fits).length;
  const metrics: readonly Metric[] = [
    {
      name: 'shanyraq_screens',
      help: 'Screens by how the controller hears them.',
      type: 'gauge',
      values: Health.shape.state.options.map((state) => ({
        labels: { health: state },
        value: count(({ health }) => health.state === state),
      })),
    },
    {
      name: 'shanyraq_screens_disagreeing',
      help: 'Screens that report something other than what is desired.',
      type: 'gauge',
      values: [{ value: count(({ agrees }) => agrees === false) }],
    },
    {
      name: 'shanyraq_screens_paired',
      help: 'Screens that a player holds a token for.',
      type: 'gauge',
      values: [{ value: count(({ paired }) => paired) }],
    },
    { name: 'shanyraq_runs', help: 'Runs that are on or to come.', type: 'gauge', values: [{ value: runs.length }] },
    { name: 'shanyraq_revision', help: 'The hall’s revision.', type: 'counter', values: [{ value: revision }] },
    {
      name: 'shanyraq_storage_failing',
      help: '1 while decisions cannot be written.',
      type: 'gauge',
      values: [{ value: storage === 'failing' ? 1 : 0 }],
    },
    ...screenMetrics(screens),
    {
      name: 'shanyraq_incidents_open',
      help: 'Incidents that are open.',
      type: 'gauge',
      values: (['fault', 'warning'] as const).map((severity) => ({
        labels: { severity },
        value: engine.incidents().filter(({ trouble }) => severityOf(trouble) === severity).length,
      })),
    },
    ...noticeMetrics(parts.notices),
    ...skewMetrics(engine.skew()),
    {
      name: 'shanyraq_telemetry_queued',
      help: 'Records that wait for the telemetry’s disk.',
      type: 'gauge',
      values: [{ value: telemetry.queued }],
    },
    {
      name: 'shanyraq_telemetry_dropped_total',
      help: 'Records that the telemetry could not keep.',
      type: 'counter',
      values: [{ value: telemetry.dropped }],
    },
    {
      name: 'process_event_loop_delay_seconds',
      help: 'How late the controller’s own thread was, since this was last asked.',
      type: 'gauge',
      values: parts.loopDelayMs.map(([quantile, ms]) => ({ labels: { quantile }, value: ms / 1000 })),
    },
    {
      name: 'process_resident_memory_bytes',
      help: 'Resident memory.',
      type: 'gauge',
      values: [{ value: memory.rss }],
    },
    { name: 'process_heap_bytes', help: 'Heap in use.', type: 'gauge', values: [{ value: memory.heapUsed }] },
    {
      name: 'process_cpu_seconds_total',
      help: 'Processor time used.',
      type: 'counter',
      values: [{ value: (cpu.user + cpu.system) / 1e6 }],
    },
    {
      name: 'process_uptime_seconds',
      help: 'Time since the controller started.',
      type: 'gauge',
      values: [{ value: process.uptime() }],
    },
  ];
  return metrics.map(text).join('');
}

function noticeMetrics(states: readonly NoticeState[]): readonly Metric[] {
  const by = (value: (state: NoticeState) => number): Metric['values'] =>
    states.map((state) => ({ labels: { way: state.way }, value: value(state) }));
  return [
    {
      name: 'shanyraq_notices_waiting',
      help: 'Events of incidents that nobody has taken from the controller yet.',
      type: 'gauge',
      values: by(({ waiting }) => waiting),
    },
    {
      name: 'shanyraq_notices_failing',
      help: '1 while notices are not taken.',
      type: 'gauge',
      values: by(({ failing }) => (failing === null ? 0 : 1)),
    },
    {
      name: 'shanyraq_notices_lost_total',
      help: 'Events that found no room while they waited.',
      type: 'counter',
      values: by(({ lost }) => lost),
    },
  ];
}

function text({ name, help, type, values }: Metric): string {
  const lines = values.map(({ labels, value }) => {
    const inside = Object.entries(labels ?? {}).map(([key, label]) => `${key}="${label}"`);
    return `${name}${inside.length === 0 ? '' : `{${inside.join(',')}}`} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
