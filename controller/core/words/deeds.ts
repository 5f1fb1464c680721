import { joined, type Said } from '#shared/said.ts';
import { contentDeeds } from './content-deeds.ts';
import { hallDeeds } from './hall-deeds.ts';
import { peopleDeeds } from './people-deeds.ts';
import { runDeeds } from './run-deeds.ts';

const deeds = { ...runDeeds, ...hallDeeds, ...contentDeeds, ...peopleDeeds };
type Deeds = typeof deeds;

/**
 * What was done, as the journal stores it: the deed's name, and its values. Sentences are made of it when it is read.
 */
export type Deed = { readonly [K in keyof Deeds]: readonly [name: K, ...values: Parameters<Deeds[K]>] }[keyof Deeds];

export const deedNames = Object.keys(deeds) as readonly (keyof Deeds)[];

const isKnown = ([name]: Deed): boolean => Object.hasOwn(deeds, name);

/** One plain sentence in the past tense. Null: it was stored by a version that knew more deeds, or none at all. */
export function tell(done: readonly Deed[]): Said | null {
  if (done.length === 0 || !done.every(isKnown)) return null;
  return joined(
    done.map(([name, ...values]) => (deeds[name] as (...values: readonly unknown[]) => Said)(...values)),
    '; ',
  );
}
