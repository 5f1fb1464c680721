import type { Role } from '#shared/facts.ts';
import type { Permission } from '../authorize.ts';

/** Who is behind a command or a question. */
export type Actor =
  | {
      readonly is: 'person';
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      /** Ids of the zones they are limited to; null: the whole hall. */
      readonly zones: readonly string[] | null;
      /** Signed in with a PIN on a shared tablet: good for running the hall, not for keys and people. */
      readonly byPin: boolean;
    }
  /** Another system, with an API key. */
  | {
      readonly is: 'key';
      readonly id: string;
      readonly name: string;
      readonly permissions: readonly Permission[];
      readonly zones: readonly string[] | null;
    }
  /** Whoever holds the phone that `by` gave GO of one run. */
  | { readonly is: 'guide'; readonly run: string; readonly by: string }
  | { readonly is: 'screen'; readonly screen: string }
  /** The controller itself and the person at its machine: import, wake-ups, the one-time link. */
  | { readonly is: 'hall' }
  | { readonly is: 'stranger' };
