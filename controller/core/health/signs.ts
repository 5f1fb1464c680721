import type { Said } from '#shared/said.ts';
import type { HostReport } from '#shared/host-report.ts';
import type { Verdict } from '#shared/proof/verdict.ts';
import type { Report } from '#shared/report.ts';
import type { TokenCopy } from '../state.ts';
import type { Eye } from './eye.ts';

/** What no player does. */
export type Offence =
  | { readonly is: 'flaps'; readonly times: number; readonly withinS: number }
  /** It answers nothing that it is sent. */
  | { readonly is: 'silent' }
  /** `refused`: why its last message was. */
  | { readonly is: 'floods'; readonly refused: Said }
  /** It does not read what it is sent. */
  | { readonly is: 'deaf' };

/** Why a player is kept out: a person wants it so, or what it did. */
export type KeptOutFor = { readonly is: 'by-hand'; readonly by: string } | Offence;

/** Everything that a screen's state follows from. Times in ms of shared time. */
export interface Signs {
  readonly isPaired: boolean;
  /** Whether a player is connected for it now. */
  readonly isConnected: boolean;
  /** Whether the page that plays has not reported so far: the report is of the page before it. */
  readonly hasJustCome: boolean;
  /** Whether an operator's page stands in for its player: it draws many screens at once, and its pace is the desk's. */
  readonly isStandIn: boolean;
  readonly report: Report | null;
  /** When the last report was heard. */
  readonly reportedAt: number | null;
  readonly host: HostReport | null;
  /** Whether the report shows what the plan wants; null while that cannot be said yet. */
  readonly agrees: boolean | null;
  readonly frames: Pick<NonNullable<Eye['frames']>, 'drawn' | 'grewAt'> | null;
  readonly droppedShare: number | null;
  readonly verdict: Verdict;
  /** When the player's clock was last set anew while it played, or null. */
  readonly clockJumpedAt: number | null;
  /** From where players hold its token at once, or null: the token was copied. */
  readonly twins: readonly string[] | null;
  /** Where a token was last shown that had been replaced before; or null. */
  readonly copied: TokenCopy | null;
  /** Why its player is kept out, or null. */
  readonly keptOut: KeptOutFor | null;
  /** Until when and why somebody works on it, or null; `until` null: until it is ended. */
  readonly maintenance: { readonly until: number | null; readonly reason: string } | null;
}
