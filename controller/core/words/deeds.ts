import { joined, type Said } from '#shared/said.ts';
import type { HallState } from '../state.ts';
import { bareNames, type Names } from '#shared/words/names.ts';
import { namesIn } from './call.ts';
import { contentDeeds } from './content-deeds.ts';
import { hallDeeds } from './hall-deeds.ts';
import { peopleDeeds } from './people-deeds.ts';
import { runDeeds } from './run-deeds.ts';

const deedsBy = (names: Names) => ({
  ...runDeeds(names),
  ...hallDeeds(names),
  ...contentDeeds(names),
  ...peopleDeeds(names),
});
type Deeds = ReturnType<typeof deedsBy>;

/**
 * What was done, as the journal stores it: the deed's name, and its values. Sentences are made of it when it is read.
 */
export type Deed = { readonly [K in keyof Deeds]: readonly [name: K, ...values: Parameters<Deeds[K]>] }[keyof Deeds];

/** One plain sentence in the past tense. Null: it was stored by a version that knew more deeds, or none at all. */
export type Tell = (done: readonly Deed[]) => Said | null;

function teller(names: Names): Tell {
  const deeds = deedsBy(names);
  return (done) => {
    if (done.length === 0 || !done.every(([name]) => Object.hasOwn(deeds, name))) return null;
    return joined(
      done.map(([name, ...values]) => (deeds[name] as (...values: readonly unknown[]) => Said)(...values)),
      '; ',
    );
  };
}

export const deedNames = Object.keys(deedsBy(bareNames)) as readonly (keyof Deeds)[];

/** With ids, which stay what they are: for programs, and for what is stored. */
export const tell: Tell = teller(bareNames);

/** With the names that the hall knows now: for people. */
export const tellIn = (state: HallState): Tell => teller(namesIn(state));
