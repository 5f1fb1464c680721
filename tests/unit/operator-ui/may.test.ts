import { describe, expect, it } from 'vitest';
import { authorize } from '#core/authorize.ts';
import { Role } from '#shared/facts.ts';
import { mayDo, offered } from '../../../operator-ui/state/may.ts';

describe('what the console offers', () => {
  it.each(offered)('%s is what the hall lets do, and to nobody else', (what) => {
    const allowed = Role.options.filter(
      (role) => authorize({ is: 'person', id: 'p', name: 'P', role, zones: null, byPin: false }, what) === null,
    );
    expect(Role.options.filter((role) => mayDo(role, what))).toEqual(allowed);
  });
});
