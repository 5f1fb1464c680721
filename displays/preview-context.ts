import type { Hall, Screen } from '#shared/hall.ts';
import type { ProgrammeEntry, SceneContext } from '#shared/scene-context.ts';

export interface PreviewTarget {
  readonly screen: Screen;
  readonly canvas: SceneContext['canvas'];
  readonly members: SceneContext['members'];
}

/** A screen by itself, or a whole surface as one picture. */
export function previewTarget(hall: Hall, id: string): PreviewTarget {
  const surface = hall.surfaces.find((candidate) => candidate.id === id);
  const screenId = surface?.members[0]?.screen ?? id;
  const screen = hall.screens.find((candidate) => candidate.id === screenId);
  if (screen === undefined) throw new Error(`the hall has no screen or surface "${id}"`);
  if (surface === undefined) return { screen, canvas: { width: screen.widthPx, height: screen.heightPx }, members: [] };
  return {
    screen,
    canvas: { width: surface.widthPx, height: surface.heightPx },
    members: surface.members.map((member) => ({ screen: member.screen, ...member.rect })),
  };
}

export interface PreviewChoices {
  readonly language: string;
  readonly quality: SceneContext['quality'];
  readonly nowMs: number;
  readonly reducedMotion: boolean;
}

/** What a player would tell the scene, with a day's programme of its own. */
export function previewContext(hall: Hall, target: PreviewTarget, choices: PreviewChoices): SceneContext {
  const { screen, canvas, members } = target;
  const data = new Map<string, Promise<unknown>>();
  const mediaUrl = (id: string): string => `/config/media/${id}`;
  return {
    screen: { ...screen, name: screen.name },
    canvas,
    viewport: { x: 0, y: 0, ...canvas },
    members,
    language: choices.language,
    languages: hall.languages,
    timeZone: hall.timeZone,
    programme: () => sampleProgramme(choices.nowMs),
    nowMs: () => choices.nowMs,
    mediaUrl,
    mediaData(id) {
      const known = data.get(id) ?? fetch(mediaUrl(id)).then((response): Promise<unknown> => response.json());
      data.set(id, known);
      return known;
    },
    sound: null,
    interactive: screen.touch,
    quality: choices.quality,
    reducedMotion: choices.reducedMotion,
  };
}

const hourMs = 3_600_000;
const way = { kk: 'Қазақстан жолы', ru: 'Путь Казахстана', en: 'The Kazakhstan Way' };
const school = {
  kk: 'Мектеп оқушыларына арналған экскурсия',
  ru: 'Экскурсия для школьников',
  en: 'A tour for schools',
};

function sampleProgramme(nowMs: number): readonly ProgrammeEntry[] {
  const first = Math.floor(nowMs / hourMs) * hourMs + hourMs;
  return [
    { run: 'a', title: way, from: first - hourMs, until: first - 600_000, language: null },
    { run: 'b', title: way, from: first, until: first + 600_000, language: null },
    { run: 'c', title: school, from: first + hourMs, until: first + 2 * hourMs, language: 'kk' },
    { run: 'd', title: way, from: first + 3 * hourMs, until: first + 3 * hourMs + 600_000, language: null },
    { run: 'e', title: way, from: first + 5 * hourMs, until: first + 5 * hourMs + 600_000, language: null },
  ];
}
