import { afterEach, describe, expect, it, vi } from 'vitest';
import { Library } from '../../../operator-ui/controllers/library.ts';

describe('the documents of the console', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('are here up to what was drawn when the first that is being read had changed', async () => {
    const answers: ((response: Response) => void)[] = [];
    vi.stubGlobal('location', { pathname: '/' });
    vi.stubGlobal('fetch', () => new Promise<Response>((answer) => answers.push(answer)));
    const library = new Library({ addController: () => undefined, requestUpdate: () => undefined } as never);
    expect(library.upTo(7)).toBe(7);
    const reading = library.read(new Set(['scene']), 8);
    const later = library.read(new Set(['show']), 9);
    expect([7, 8, 10].map((revision) => library.upTo(revision))).toEqual([7, 8, 8]);
    answers[0]?.(new Response('[]'));
    await reading;
    expect(library.upTo(10)).toBe(9);
    answers[1]?.(new Response('[]'));
    await later;
    expect(library.upTo(10)).toBe(10);
  });

  it('are drawn at once when more is known of a medium, though nothing of the hall has changed', async () => {
    const requestUpdate = vi.fn<() => void>();
    const library = new Library({ addController: () => undefined, requestUpdate } as never);
    const before = library.mediaRound;
    await library.read(new Set(['medium']), 7);
    expect(library.mediaRound).toBe(before + 1);
    expect(requestUpdate).toHaveBeenCalled();
  });
});
