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
        return refuse(
          problem('conflict', `There is already a file called ${medium.id}.`, [{ path: 'id', message: 'taken' }]),
        );
      return {
        ok: true,
        changes: [{ kind: 'medium', id: medium.id, body: medium }],
        answer: { id: medium.id, hash: medium.hash },
        summary: `brought ${medium.id} into the media (${medium.bytes} bytes, ${medium.mime})`,
      };
    }
    case 'medium.delete': {
      const { id } = command;
      if (state.medium[id] === undefined) return refuse(problem('not-found', `There is no file called ${id}.`));
      const users = usersOf(state, 'medium', id);
      if (users.length > 0) return refuse(stillUsed(id, users));
      return {
        ok: true,
        changes: [{ kind: 'medium', id, body: null }],
        answer: { id },
        summary: `deleted ${id} from the media`,
      };
    }
  }
}
