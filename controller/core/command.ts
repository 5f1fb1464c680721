import type { z } from 'zod';
import type {
  CalibrationBody,
  EmergencyBody,
  JumpBody,
  OverlayBody,
  RunPatchBody,
  SoundBody,
  StandbyBody,
  TakeBody,
} from '#shared/commands.ts';
import type { DoorsBody } from '#shared/desk.ts';
import type { Content } from '#shared/drafts.ts';
import type { IncidentNoteBody, MaintenanceBody } from '#shared/incidents.ts';
import type { Problem } from '#shared/problem.ts';
import type { Said } from '#shared/said.ts';
import type { ScheduleEdit } from '#shared/schedule-edits.ts';
import type { Medium, Policy, Scene, Show } from '#shared/scene.ts';
import type { Actor } from './ports/actor.ts';
import type { Deed } from './words/deeds.ts';
import type { ApiKey, Change, Documents, Person, Session, Tablet } from './state.ts';

/** The documents a config folder describes; everything else in the state is made by people. */
export const importedKinds = ['hall', 'scene', 'show', 'rule', 'exception', 'day', 'medium'] as const;
export type ImportedKind = (typeof importedKinds)[number];
export type ImportedDocuments = { readonly [K in ImportedKind]: Readonly<Record<string, Documents[K]>> };

/** Everything that can be decided, in the imperative. Bodies are already parsed. */
export type Command =
  | { readonly type: 'run.take'; readonly body: TakeBody }
  /** All of them in one act, which is taken back as one. */
  | { readonly type: 'run.release'; readonly runs: readonly string[]; readonly reason?: string | null }
  | { readonly type: 'run.edit'; readonly run: string; readonly body: z.output<typeof RunPatchBody> }
  | {
      readonly type: 'run.control';
      readonly run: string;
      readonly action: 'go' | 'pause' | 'resume' | 'back';
      /** The cue it is meant to leave; another one is on by now: nothing happens. */
      readonly from?: string;
      /** What of screens that are not ready for the next cue, where it is GO; absent: as the cue says. */
      readonly policy?: Policy;
    }
  | {
      readonly type: 'run.control';
      readonly run: string;
      readonly action: 'jump';
      readonly body: z.output<typeof JumpBody>;
    }
  | { readonly type: 'run.ask'; readonly run: string; readonly message: string | null }
  | { readonly type: 'run.answer'; readonly run: string; readonly give: boolean }
  | { readonly type: 'run.take-over'; readonly run: string; readonly reason: string | null }
  /** Its owner knows of it, and is told no more. */
  | { readonly type: 'loss.read'; readonly loss: string }
  /** GO of a run for whoever holds the secret behind the hash; who had it before has it no more. */
  | { readonly type: 'guide.give'; readonly run: string; readonly tokenHash: string }
  /** `act` is the command id of the newest act, so that nobody takes back what they have not seen. */
  | { readonly type: 'act.take-back'; readonly act: string }
  | { readonly type: 'doors.set'; readonly body: z.output<typeof DoorsBody> }
  | { readonly type: 'standby.arm'; readonly body: z.output<typeof StandbyBody> }
  | { readonly type: 'standby.clear'; readonly standby: string | null }
  | { readonly type: 'emergency.raise'; readonly body: z.output<typeof EmergencyBody> }
  /** Without a run: all that are on. */
  | { readonly type: 'emergency.end'; readonly run?: string }
  | { readonly type: 'overlay.show'; readonly body: z.output<typeof OverlayBody> }
  | { readonly type: 'overlay.hide'; readonly overlay: string }
  | { readonly type: 'sound.set'; readonly output: string; readonly body: z.output<typeof SoundBody> }
  /** `base` is the version the editor started from; null creates. */
  | { readonly type: 'scene.put'; readonly scene: Scene; readonly base: number | null }
  | { readonly type: 'scene.delete'; readonly id: string }
  | { readonly type: 'show.put'; readonly show: Show; readonly base: number | null }
  | { readonly type: 'show.delete'; readonly id: string }
  /** `draft` is `scene/…` or `show/…`; `seen` the version of the draft that the person had before them, null: none. */
  | {
      readonly type: 'draft.save';
      readonly content: Content;
      readonly base: number | null;
      readonly seen: number | null;
    }
  | { readonly type: 'draft.submit'; readonly draft: string; readonly seen: number; readonly note: string | null }
  | { readonly type: 'draft.return'; readonly draft: string; readonly seen: number; readonly note: string }
  | { readonly type: 'draft.publish'; readonly draft: string; readonly seen: number }
  | { readonly type: 'draft.discard'; readonly draft: string }
  /** What was discarded, by `scene/…@` and the revision that threw it away. */
  | { readonly type: 'draft.restore'; readonly discarded: string }
  /** Its file is in the media store already. */
  | { readonly type: 'medium.add'; readonly medium: Medium }
  | { readonly type: 'medium.delete'; readonly id: string }
  | ScheduleEdit
  /** The wall clock cannot be trusted: the hall holds the ambient. */
  | { readonly type: 'clock.hold'; readonly byMs: number; readonly why: 'step' | 'behind' }
  | { readonly type: 'clock.trust' }
  | { readonly type: 'schedule.edit'; readonly edits: readonly ScheduleEdit[]; readonly reason: string | null }
  | { readonly type: 'screen.pair'; readonly screen: string; readonly tokenHash: string }
  | { readonly type: 'screen.unpair'; readonly screen: string }
  /** Its player is to be given another token as soon as it is there. */
  | { readonly type: 'screen.renew-token'; readonly screen: string }
  | { readonly type: 'screen.offer-token'; readonly screen: string; readonly tokenHash: string }
  /** The token was shown for the first time: it takes the place of the one before. */
  | { readonly type: 'screen.use-token'; readonly screen: string; readonly tokenHash: string }
  /** A token that had been replaced was shown from this address. */
  | { readonly type: 'screen.tell-copy'; readonly screen: string; readonly from: string }
  /** Its player is shut out until it is let in again, or another is paired. */
  | { readonly type: 'screen.keep-out'; readonly screen: string }
  | { readonly type: 'screen.let-in'; readonly screen: string }
  | { readonly type: 'screen.calibrate'; readonly screen: string; readonly body: z.output<typeof CalibrationBody> }
  /** The hash of the PIN that locks a panel's touch; null: none. */
  | { readonly type: 'cleaning.set'; readonly pinHash: string | null }
  | { readonly type: 'maintenance.start'; readonly body: MaintenanceBody }
  | { readonly type: 'maintenance.end'; readonly maintenance: string }
  /** `told`: the incident in one sentence. */
  | {
      readonly type: 'incident.note';
      readonly incident: string;
      readonly told: Said;
      readonly body: IncidentNoteBody;
    }
  /** The person as a whole, by the person at the machine. */
  | { readonly type: 'person.put'; readonly person: Person }
  | { readonly type: 'person.add'; readonly person: Omit<Person, 'id'> }
  | {
      readonly type: 'person.edit';
      readonly id: string;
      readonly change: Partial<Pick<Person, 'name' | 'role' | 'zones' | 'disabled'>>;
    }
  | { readonly type: 'person.remove'; readonly id: string }
  /** What the person signs in with. With a new password or second factor every session of theirs but `keep` ends. */
  | {
      readonly type: 'person.secure';
      readonly id: string;
      readonly change: Partial<Pick<Person, 'passwordHash' | 'secondFactor' | 'pinHash'>>;
      readonly keep: string | null;
    }
  | { readonly type: 'session.open'; readonly session: Session }
  | { readonly type: 'session.close'; readonly session: string }
  | { readonly type: 'tablet.pair'; readonly tablet: Omit<Tablet, 'pairedAt'> }
  | { readonly type: 'tablet.revoke'; readonly id: string }
  | { readonly type: 'key.add'; readonly key: Omit<ApiKey, 'createdAt'> }
  | { readonly type: 'key.revoke'; readonly id: string }
  | { readonly type: 'hall.import'; readonly documents: ImportedDocuments };

export interface StepContext {
  /** Shared time of the decision, ms. */
  readonly now: number;
  /** The instant at which screens change, ms: now plus what a commit and the slowest link need. */
  readonly at: number;
  /** A fresh id for whatever the command makes. */
  readonly id: string;
  readonly actor: Actor;
  /** Screens that answered READY, as `standby/screen` or `nextCueId/screen`; anything else is late. */
  readonly ready: ReadonlySet<string>;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      /** JSON for the caller. */
      readonly answer: Readonly<Record<string, unknown>>;
      /** What was done, for the journal; none where nothing changed. */
      readonly deeds: readonly Deed[];
      readonly reason?: string | null;
    }
  | { readonly ok: false; readonly problem: Problem };

export const refuse = (refused: Problem): Outcome => ({ ok: false, problem: refused });

export function actorName(actor: Actor): string {
  switch (actor.is) {
    case 'person':
      return actor.name;
    case 'key':
      return `key ${actor.name}`;
    case 'guide':
      return `a guide, for ${actor.by}`;
    case 'screen':
      return `screen ${actor.screen}`;
    case 'hall':
      return 'the hall';
    case 'stranger':
      return 'a stranger';
  }
}
