import type { User, UserView } from '#shared/drafts.ts';
import type { HallState } from '../state.ts';
import { titleIn } from '../words/call.ts';

/** What uses a document, as people know it: by its title, and what is on by who holds it. */
export function userViews(state: HallState, users: readonly User[]): readonly UserView[] {
  return users.map(({ kind, id }): UserView => {
    const title = titleIn(state, kind, id) ?? null;
    const held = kind === 'run' ? (state.run[id] ?? state.standby[id]) : undefined;
    if (held === undefined) return { kind, id, title };
    const { from, until } = 'from' in held ? held : { from: null, until: null };
    return { kind, id, title, held: { owner: held.owner, from, until } };
  });
}
