import type { HallState } from './state.ts';

/** Who uses a document, in words for the person who wants to delete it: `show welcome`, `rule morning`. */
export function usersOf(
  state: HallState,
  kind: 'scene' | 'show' | 'rule' | 'medium',
  id: string,
  mediaOf: (scene: string) => readonly string[],
): readonly string[] {
  const rules = Object.values(state.rule);
  const exceptions = Object.values(state.exception);
  switch (kind) {
    case 'scene':
      return [
        ...Object.values(state.show)
          .filter((show) => show.cues.some((cue) => cue.parts.some((part) => part.scene === id)))
          .map((show) => `show ${show.id}`),
        ...rules.filter((rule) => rule.scene === id).map((rule) => `rule ${rule.id}`),
        ...exceptions
          .filter((exception) => exception.change.is === 'replace' && exception.change.scene === id)
          .map((exception) => `exception ${exception.rule} on ${exception.date}`),
      ];
    case 'show':
      return [
        ...rules.filter((rule) => rule.show === id).map((rule) => `rule ${rule.id}`),
        ...exceptions
          .filter((exception) => exception.change.is === 'replace' && exception.change.show === id)
          .map((exception) => `exception ${exception.rule} on ${exception.date}`),
      ];
    case 'rule':
      return [];
    case 'medium':
      return Object.keys(state.scene)
        .filter((scene) => mediaOf(scene).includes(id))
        .map((scene) => `scene ${scene}`);
  }
}
