import { contentId } from '#shared/drafts.ts';
import { asIs, said, type Said } from '#shared/said.ts';
import { pickText, type Text } from '#shared/text.ts';
import { saidList } from '#shared/words/name-list.ts';
import { named, places, quoted, type Kind, type Names } from '#shared/words/names.ts';
import { editionsOf } from '../editions.ts';
import { hallId, type HallState } from '../state.ts';
import { slateName } from './run-deeds.ts';

/** By the titles that the hall knows now, and by an id only where it knows none. */
export function namesIn(state: HallState): Names {
  const hall = state.hall[hallId];
  const inWords = (text: Text | undefined): Said | null => saidOf(text, hall?.languages.order ?? []);
  const titled = (kind: Kind, id: string): Said | null => inWords(titleIn(state, kind, id));
  const orId = (title: Said | null, id: string): Said => (title === null ? asIs(id) : quoted(title));
  const placeName = (target: string): Said | null =>
    inWords(
      [...(hall?.zones ?? []), ...(hall?.surfaces ?? []), ...(hall?.screens ?? [])].find(({ id }) => id === target)
        ?.name,
    );
  return {
    named: (kind, id) => named(kind, id, kind === 'slate' ? slateName(id) : titled(kind, id)),
    places: (targets) => places(targets, (target) => orId(placeName(target), target)),
    place: (id) => orId(placeName(id), id),
    screen: (id) => orId(inWords(hall?.screens.find((screen) => screen.id === id)?.name), id),
    scene: (id) => orId(titled('scene', id) ?? slateName(id), id),
    outputs: (ids) =>
      saidList(ids.map((id) => orId(inWords(hall?.soundOutputs.find((output) => output.id === id)?.name), id))),
    shown: (id) => orId(titled('show', id) ?? titled('scene', id) ?? titled('run', id), id),
    inWords: (words) => words,
    cue: (show, id) => named('cue', id, inWords(state.show[show]?.cues.find((cue) => cue.id === id)?.title)),
  };
}

/**
 * What people call it: its own title, that of its draft, or the last it was published with; a rule without one is called
 * by what it shows, a run by what it started with. Undefined: nobody named it.
 */
export function titleIn(state: HallState, kind: Kind, id: string): Text | undefined {
  switch (kind) {
    case 'scene':
    case 'show':
      return (
        state[kind][id]?.title ??
        written(state.draft[contentId(kind, id)]?.content.body.title) ??
        editionsOf(state, kind, id)[0]?.content.body.title
      );
    case 'draft': {
      const [of, body = ''] = id.split('/');
      return of === 'scene' || of === 'show'
        ? (written(state.draft[id]?.content.body.title) ?? titleIn(state, of, body))
        : undefined;
    }
    case 'exception':
    case 'rule': {
      const rule = state.rule[id.split('@')[0] ?? id];
      if (rule === undefined || rule.title !== undefined) return rule?.title;
      return rule.show === undefined ? titleIn(state, 'scene', rule.scene ?? '') : titleIn(state, 'show', rule.show);
    }
    case 'run': {
      // What is armed is not a run yet, and is held alike.
      const timeline = (state.run[id] ?? state.standby[id])?.timeline;
      // An occurrence is called by its rule: `rule@start`.
      return timeline === undefined ? titleIn(state, 'rule', id) : state.timeline[timeline]?.title;
    }
    case 'slate':
    case 'hall':
    case 'day':
    case 'medium':
    case 'touch rule':
    case 'cue':
      return undefined;
  }
}

/** Undefined where a draft has no title yet. */
function written(title: Text | undefined): Text | undefined {
  const texts = Object.entries(title ?? {}).filter(([, text]) => text !== '');
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function saidOf(text: Text | undefined, order: readonly string[]): Said | null {
  if (text === undefined) return null;
  const of = (language: keyof Said): string => pickText(text, language, order).text;
  return said(of('en'), of('ru'), of('kk'));
}
