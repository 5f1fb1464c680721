import { home, view, type ConsoleState, type Stage } from './stage.ts';

/** More in one day than a month has lines for, and two at once. */
const starts = ['09:00', '10:00', '10:20', '12:00', '14:00', '15:30', '17:00'];

/** The week after this one, in which nothing has begun yet, with a full first day. */
async function openNextWeek({ desk, controller }: Stage): Promise<void> {
  await home(desk);
  await desk.key('Digit2');
  await desk.page.locator('schedule-grid [data-date]').first().waitFor();
  await desk.key('KeyT');
  await desk.key('Period');
  const date = desk.page.locator('schedule-bar date-field');
  const monday = await date.evaluate((field: HTMLElement & { value: string }) => field.value);
  for (const [index, start] of starts.entries()) {
    await controller.post('/api/schedule', {
      id: `full-day-${index}`,
      show: 'welcome',
      when: { at: `${monday}T${start}` },
      durationMs: 30 * 60_000,
      targets: index % 2 === 0 ? 'all' : 'statehood',
    });
  }
  await desk.page.locator('schedule-grid [data-run^="full-day-"]').first().waitFor();
}

async function leave({ desk, controller }: Stage): Promise<void> {
  for (const index of starts.keys()) await controller.request('DELETE', `/api/schedule/full-day-${index}`);
  await home(desk);
}

/** The calendar as the key of its span shows it. */
const span = (name: string, key: string, is: string): ConsoleState => ({
  name: `schedule-${name}`,
  async reach(stage) {
    await openNextWeek(stage);
    await stage.desk.key(key, { shift: true });
    await stage.desk.page.locator(`schedule-bar [data-span=${is}][aria-pressed=true]`).waitFor();
    await stage.rest(600);
    return () => leave(stage);
  },
});

/** What stands beside the calendar, by the key that opens it. */
const pane = (name: string, key: string, shift: boolean, shown: string): ConsoleState => ({
  name: `schedule-${name}`,
  async reach({ desk, rest }) {
    await home(desk);
    await desk.key('Digit2');
    await desk.page.locator('schedule-grid [data-date]').first().waitFor();
    await desk.key(key, { shift });
    await desk.page.locator(shown).first().waitFor();
    await rest(400);
    return () => home(desk);
  },
});

/** The calendar in each of its spans, and what stands beside it. */
export const scheduleStates: readonly ConsoleState[] = [
  view('schedule', 'Digit2'),
  span('day', 'Digit1', 'timeGridDay'),
  span('week', 'Digit2', 'timeGridWeek'),
  span('month', 'Digit3', 'dayGridMonth'),
  pane('rules', 'KeyF', false, 'rule-list'),
  pane('rule', 'KeyN', false, 'rule-editor [name=subject]'),
  pane('hours', 'KeyH', false, 'hours-editor [data-weekday]'),
  pane('days', 'KeyH', true, 'days-pane [data-act=new-day]'),
];
