import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome } from '../command.ts';
import { usersOf } from '../references.ts';
import type { HallState } from '../state.ts';
import { stillUsed } from './library.ts';

/** Media come and go; what is there never changes, since its name in the store is its content. */
export function media(state: HallState, command: Extract<Command, { type: 'medium.add' | 'medium.delete' }>): Outcome {
  switch (command.type) {
    case 'medium.add': {
      const { medium } = command;
      if (state.medium[medium.id] !== undefined)
        return refuse(problem('conflict', no.fileTaken(medium.id), [{ path: 'id', message: 'taken' }]));
      return {
        ok: true,
        changes: [{ kind: 'medium', id: medium.id, body: medium }],
        answer: { id: medium.id, hash: medium.hash },
        deeds: [['addedMedium', medium.id, medium.bytes, medium.mime]],
      };
    }
    case 'medium.delete': {
      const { id } = command;
      if (state.medium[id] === undefined) return refuse(problem('not-found', no.noFile(id)));
      const users = usersOf(state, 'medium', id);
      if (users.length > 0) return refuse(stillUsed('medium', id, users));
      return {
        ok: true,
        changes: [{ kind: 'medium', id, body: null }],
        answer: { id },
        deeds: [['deletedMedium', id]],
      };
    }
  }
}
