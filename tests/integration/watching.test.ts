import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TakeBody } from '#shared/commands.ts';
import type { HallFacts } from '#shared/facts.ts';
import { shippedHall, startConsoleHall } from '../support/console-hall.ts';
import { operator } from '../support/engine.ts';
import { until } from '../support/eventually.ts';
import { signInAs } from '../support/http-client.ts';
import type { RunningHall } from '../support/running-hall.ts';

let hall: RunningHall;
/** How many listen to all that people see. */
let listening = 0;
beforeAll(async () => {
  hall = await startConsoleHall(await shippedHall());
  const subscribe = hall.engine.subscribe.bind(hall.engine);
  vi.spyOn(hall.engine, 'subscribe').mockImplementation((listener) => {
    const stop = subscribe(listener);
    listening += 1;
    return () => {
      listening -= 1;
      stop();
    };
  });
});
afterAll(() => hall.stop());

/** A console that watches, and the scenes of the runs that it was told of since. */
async function aConsole(): Promise<{ readonly socket: Socket; readonly first: HallFacts; readonly told: string[] }> {
  const { cookie } = await signInAs(hall.origin, 'operator');
  const socket = io(`${hall.origin}/operators`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { Cookie: cookie ?? '' },
  });
  const told: string[] = [];
  socket.on('facts', ({ runs = [] }: Partial<HallFacts>) => told.push(...runs.map(({ source }) => source.id)));
  const { value } = (await socket.emitWithAck('watch', {})) as { readonly value: HallFacts };
  return { socket, first: value, told };
}

async function take(scene: string): Promise<void> {
  const body = TakeBody.parse({ targets: 'all', scene, policy: 'go' });
  const answer = await hall.engine.order({ commandId: scene, actor: operator, command: { type: 'run.take', body } });
  expect(answer.ok).toBe(true);
}

it('tells consoles what happens as they come and go, also after a time in which none was there', async () => {
  const [one, two, three] = Object.keys(hall.engine.state().scene);
  if (one === undefined || two === undefined || three === undefined) throw new Error('the hall has three scenes');
  const first = await aConsole();
  const second = await aConsole();
  await take(one);
  await until('both are told', () => Promise.resolve([first, second].every(({ told }) => told.includes(one))));
  first.socket.disconnect();
  await take(two);
  await until('who stays is told', () => Promise.resolve(second.told.includes(two)));
  expect(listening).toBe(1);
  second.socket.disconnect();
  await until('nothing is put together for nobody', () => Promise.resolve(listening === 0));
  const third = await aConsole();
  expect(third.first.runs.map(({ source }) => source.id)).toEqual(expect.arrayContaining([one, two]));
  await take(three);
  await until('who came last is told', () => Promise.resolve(third.told.includes(three)));
  third.socket.disconnect();
});
