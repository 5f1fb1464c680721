import { describe, expect, it } from 'vitest';
import { keyPermissions } from '#core/authorize.ts';
import { browserName } from '../../../operator-ui/state/browser-name.ts';
import { keyGroups, readPermissions } from '../../../operator-ui/state/key-groups.ts';

describe('what a key is for, in words', () => {
  it('names permissions that a key can have, each once', () => {
    const named = Object.values(keyGroups).flat();
    expect(named.filter((permission) => !(keyPermissions as readonly string[]).includes(permission))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('reads them back; what belongs to no whole group keeps its own name', () => {
    expect(readPermissions(['hall.see', 'overlay.show', 'overlay.hide', 'run.take'])).toEqual({
      groups: ['see', 'announce'],
      others: ['run.take'],
    });
  });
});

describe('a browser in short', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome 156, Windows'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/156.0.1`, 'Edge 156, Windows'],
    [`Mozilla/5.0 (Linux; Android 16) ${chrome}`, 'Chrome 156, Android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox 150, Linux'],
    [
      'Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari 19, iOS',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('%s', (agent, name) => expect(browserName(agent)).toBe(name));
});
