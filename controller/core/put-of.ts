import type { Content } from '#shared/drafts.ts';
import type { Command } from './command.ts';

/** The command that makes this content the published one; `base` is the version it was made from. */
export function putOf(content: Content, base: number | null): Extract<Command, { type: 'scene.put' | 'show.put' }> {
  return content.kind === 'scene'
    ? { type: 'scene.put', scene: content.body, base }
    : { type: 'show.put', show: content.body, base };
}
