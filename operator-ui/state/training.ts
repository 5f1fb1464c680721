import { baseOf } from '#shared/training.ts';

/** Whether this console is that of the copy to train on. */
export function isTraining(): boolean {
  return baseOf(location.pathname) !== '';
}
