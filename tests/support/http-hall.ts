import { httpClient, signInAs, type HttpClient } from './http-client.ts';
import { aState } from './hall-state.ts';
import { peopleOf, startHall, type RunningHall } from './running-hall.ts';

/** A hall of two scenes over HTTP, and three who ask it. */
export interface HttpHall {
  readonly hall: RunningHall;
  readonly admin: HttpClient;
  readonly operator: HttpClient;
  readonly stranger: HttpClient;
}

/** A scene of words, for halls that need one. */
export function aScene(id: string) {
  return { id, type: 'title', title: { en: id }, params: { title: { en: id } } };
}

export async function startHttpHall(): Promise<HttpHall> {
  const hall = await startHall(await peopleOf(aState({ scenes: [aScene('fanfare'), aScene('quiet')] })));
  return {
    hall,
    admin: await signInAs(hall.origin, 'admin'),
    operator: await signInAs(hall.origin, 'operator'),
    stranger: httpClient(hall.origin),
  };
}

export const problemOf = (body: unknown) =>
  body as { code: string; detail: string; fields?: { path: string; message: string }[] };
