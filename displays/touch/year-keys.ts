/** What a key does where years are leafed through: to another year, or to another event of the open one. */
export interface Step {
  readonly kind: 'year' | 'event';
  readonly by: number;
}

/** Far enough for any span of years; the scene stops at its first and last year. */
const allTheWay = 1000;

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: { kind: 'year', by: -1 },
  ArrowRight: { kind: 'year', by: 1 },
  PageUp: { kind: 'year', by: -10 },
  PageDown: { kind: 'year', by: 10 },
  Home: { kind: 'year', by: -allTheWay },
  End: { kind: 'year', by: allTheWay },
  ArrowUp: { kind: 'event', by: -1 },
  ArrowDown: { kind: 'event', by: 1 },
};

/** On the slider up and down are years, as on every slider; elsewhere they leaf through the year's events. */
export function stepOf(code: string, isOnSlider: boolean): Step | undefined {
  const step = steps[code];
  if (step?.kind === 'event' && isOnSlider) return { kind: 'year', by: -step.by };
  return step;
}
