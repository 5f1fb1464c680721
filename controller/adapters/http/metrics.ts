import { Health } from '#shared/facts.ts';
import type { HallEngine, Percentiles, SkewSummary } from '#core/ports.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];
}

/** The hall and its process in Prometheus's text format. */
export function metricsText(engine: HallEngine): string {
  const { screens, runs, storage, revision } = engine.facts();
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
    ...skewMetrics(engine.skew()),
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

function skewMetrics({ changes, droppedFrames, lateness, spread }: SkewSummary): readonly Metric[] {
  const quantiles = (of: Percentiles | null) =>
    of === null
      ? []
      : (
          [
            ['0.5', of.p50],
            ['0.9', of.p90],
            ['0.99', of.p99],
            ['1', of.max],
          ] as const
        ).map(([quantile, ms]) => ({ labels: { quantile }, value: ms / 1000 }));
  return [
    {
      name: 'shanyraq_changes_total',
      help: 'Changes of scene that screens have told of.',
      type: 'counter',
      values: [{ value: changes }],
    },
    {
      name: 'shanyraq_changes_dropped_frames_total',
      help: 'Frames that browsers lost around those changes.',
      type: 'counter',
      values: [{ value: droppedFrames }],
    },
    {
      name: 'shanyraq_change_lateness_seconds',
      help: 'From the planned instant to the frame, of the newest changes; frames submitted, not light on the glass.',
      type: 'gauge',
      values: quantiles(lateness),
    },
    {
      name: 'shanyraq_take_spread_seconds',
      help: 'Between the first and the last screen, of the newest takes.',
      type: 'gauge',
      values: quantiles(spread),
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
