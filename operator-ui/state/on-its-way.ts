import type { Act } from './acts.ts';

/**
 * What an act is done to, and what is wished for it. The same wish again is the same press, and waits until the console
 * has heard of the first; another wish for the same thing is a person who wants something else now.
 */
export interface Wish {
  readonly thing: string;
  readonly wish: string;
}

type TakeWish = Extract<Act, { readonly do: 'take' }>['body'];

export function wishesOf(act: Act): readonly Wish[] {
  switch (act.do) {
    case 'take':
    case 'arm': {
      const { targets, standby, at, policy, critical, holdFor, except, scene, show, cue, language }: TakeWish =
        act.body;
      // Without those who are late, for another time, in another language: that is another take. The reason is a word.
      const how = [at, policy, critical, holdFor, except, language];
      if (standby !== undefined) return one(`${act.do} standby ${standby}`, how);
      return one(`${act.do} ${JSON.stringify(targets)}`, [scene, show, cue, ...how]);
    }
    case 'stand-down':
      return one(`stand-down ${act.standby}`);
    case 'release':
      return act.runs.flatMap((run) => one(`release ${run}`));
    // GO, pause, back and jump all move the one position of a run.
    case 'control':
      return one(`position ${act.run}`, [act.action, act.from, act.policy]);
    case 'jump':
      return one(`position ${act.run}`, act.body);
    case 'ask':
      return one(`ask ${act.run}`, act.message);
    case 'answer':
      return one(`answer ${act.run}`, act.give);
    case 'take-over':
      return one(`take-over ${act.run}`);
    case 'edit-run':
      return one(`edit-run ${act.run}`, act.body);
    // Whatever differs in the least is another emergency, and an end is none.
    case 'emergency':
      return one('emergency', act.body);
    case 'end-emergency':
      return one('emergency', act.run);
    case 'hide-overlay':
      return one(`hide-overlay ${act.overlay}`);
    case 'overlay':
      return one(`overlay ${act.body.type} ${JSON.stringify(act.body.targets)}`, act.body);
    case 'sound':
      // Where a level is to go is followed by itself, see isLevel.
      return 'level' in act.body ? one(`level ${act.output}`) : one(`mute ${act.output}`, act.body);
    case 'read-loss':
      return one(`read-loss ${act.loss}`);
    case 'take-back':
      return one('take-back', act.act);
    case 'trust-clock':
      return one('trust-clock');
    case 'doors':
      return one('doors', act.is);
  }
}

function one(thing: string, wish: unknown = null): readonly Wish[] {
  return [{ thing, wish: JSON.stringify(wish) }];
}

/** What of an act is not on its way yet; null: all of it is. */
export function restOf(act: Act, isOnItsWay: (wish: Wish) => boolean): Act | null {
  const wishes = wishesOf(act);
  const free = wishes.filter((wish) => !isOnItsWay(wish));
  if (free.length === wishes.length) return act;
  if (free.length === 0 || act.do !== 'release') return null;
  return { ...act, runs: act.runs.filter((_run, index) => free.includes(wishes[index] as Wish)) };
}

/** A level is set to a figure, whatever it was: it waits for its answer alone, and a hand that moves on is followed. */
export const isLevel = (act: Act): boolean => act.do === 'sound' && 'level' in act.body;
