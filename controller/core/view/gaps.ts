import type { ScreenId } from '#shared/ids.ts';
import type { Won } from '../resolve/sweep.ts';

/** Some screens over a stretch of time; ms of shared time. */
export interface Span {
  readonly screens: readonly ScreenId[];
  readonly from: number;
  readonly until: number;
}

/** Whether nothing but the hall's rest slate wants the screen there. */
const isRest = ({ claim }: Won): boolean => claim.run.startsWith('hall:rest@');

/** The stretches in which screens have nothing to show, alike ones together; the closed hours are none. */
export function gapsOf(won: ReadonlyMap<ScreenId, readonly Won[]>): readonly Span[] {
  return together(
    [...won].flatMap(([screen, stretches]) =>
      stretches.filter(isRest).map(({ from, until }) => ({ key: `${from} ${until}`, screen, value: { from, until } })),
    ),
  ).map(({ screens, value }) => ({ ...value, screens }));
}

/** What several screens have in common, once; in order of the keys' first appearance. */
export function together<Value>(
  entries: readonly { readonly key: string; readonly screen: ScreenId; readonly value: Value }[],
): readonly { readonly screens: readonly ScreenId[]; readonly value: Value }[] {
  const found = new Map<string, { readonly screens: ScreenId[]; readonly value: Value }>();
  for (const { key, screen, value } of entries) {
    const alike = found.get(key);
    if (alike === undefined) found.set(key, { screens: [screen], value });
    else alike.screens.push(screen);
  }
  return [...found.values()];
}
