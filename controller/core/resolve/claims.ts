import type { Claim } from '../claim.ts';
import type { Compile } from '../compile.ts';
import type { HallState } from '../state.ts';
import type { ScheduleMemo } from './memo.ts';

/** Everything that wants screens at some instant of [from, until). */
export function claimsIn(
  _state: HallState,
  _compile: Compile,
  _from: number,
  _until: number,
  _memo?: ScheduleMemo,
): readonly Claim[] {
  throw new Error('claimsIn is not built yet');
}
