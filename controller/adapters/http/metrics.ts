import { Health } from '#shared/facts.ts';
import type { HallEngine } from '#core/ports.ts';

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

function text({ name, help, type, values }: Metric): string {
  const lines = values.map(({ labels, value }) => {
    const inside = Object.entries(labels ?? {}).map(([key, label]) => `${key}="${label}"`);
    return `${name}${inside.length === 0 ? '' : `{${inside.join(',')}}`} ${value}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
