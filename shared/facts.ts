import { z } from 'zod';
import { CornerPin } from './corner-pin.ts';
import { ContentKey } from './drafts.ts';
import { HostReport } from './host-report.ts';
import { IncidentView } from './incidents.ts';
import { NoticeState } from './notices.ts';
import { Ask, Loss } from './desk.ts';
import { OpaqueId, RunId, ScreenId, TimelineHash } from './ids.ts';
import { Layer, Overlay, OverlayType, Segment } from './scene.ts';
import { Text } from './text.ts';
import { Readiness, Report } from './report.ts';
import { SceneViewSchema } from './scene-view.ts';

/** What the plan says a screen shows now. */
export const Desired = z.strictObject({
  revision: z.int(),
  run: RunId,
  layer: Layer,
  scene: z.string().nullable(),
  type: z.string().nullable(),
  title: Text.nullable(),
  cue: z.int(),
  since: z.number(),
  until: z.number().nullable(),
  language: z.string().nullable(),
  power: z.enum(['on', 'standby']),
});
export type Desired = z.infer<typeof Desired>;

/** How a screen stands, as far as anybody can tell. `online` is earned: heard, moving, and its picture seen. */
export const HealthState = z.enum([
  'online',
  'late',
  'offline',
  'degraded',
  'frozen',
  'wrong',
  /** The plan wants it dark, and nothing says otherwise. */
  'dark',
  'maintenance',
  /** Heard and agreeing, but nobody has seen its picture. */
  'unproved',
  'unknown',
]);
export type HealthState = z.infer<typeof HealthState>;

export const Health = z.strictObject({
  state: HealthState,
  since: z.number(),
  /** In English. */
  reason: z.string().max(300).nullable(),
  /** The same in the languages of the console. */
  said: Text.optional(),
});
export type Health = z.infer<typeof Health>;

export const ScreenState = z.strictObject({
  id: ScreenId,
  paired: z.boolean(),
  /** Who plays for the screen now: its own player, an operator's stand-in, or nobody. */
  player: z.enum(['screen', 'virtual', 'none']),
  desired: Desired,
  reported: Report.nullable(),
  reportedAt: z.number().nullable(),
  /** Whether the report shows what the plan wants; null while nothing was heard. */
  agrees: z.boolean().nullable(),
  health: Health,
  readiness: Readiness.shape.state.nullable(),
  /** How it stands with the next cues of runs, by their names (shared/next-cue.ts); absent: it has said nothing. */
  next: z.array(z.strictObject({ cue: OpaqueId, state: Readiness.shape.state })).optional(),
  view: SceneViewSchema.nullable(),
  /** Corners that somebody tries on it, until `until` (ms) unless they are kept. */
  trial: z.strictObject({ cornerPin: CornerPin, by: z.string(), until: z.number() }).optional(),
  /** The newest word of its player host; absent where it has none. */
  host: HostReport.optional(),
});
export type ScreenState = z.infer<typeof ScreenState>;

/** Who may do what; see docs and `authorize`. */
export const Role = z.enum(['viewer', 'operator', 'curator', 'technician', 'admin']);
export type Role = z.infer<typeof Role>;

/** So many at most are told of one person, however many consoles they have. */
export const openedLimit = 8;

/** Somebody who is at a console now, and what they have open to write in: at which of their consoles, since when (ms). */
export const Present = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: Role,
  /** At how many. */
  consoles: z.int(),
  open: z.array(z.strictObject({ content: ContentKey, since: z.number(), console: z.int() })).max(openedLimit),
});
export type Present = z.infer<typeof Present>;

/** A run as people see it. */
export const RunView = z.strictObject({
  id: RunId,
  layer: Layer,
  source: z.strictObject({ kind: z.enum(['show', 'scene', 'slate']), id: z.string(), version: z.int() }),
  title: Text,
  targets: z.array(z.string()),
  screens: z.array(ScreenId),
  from: z.number(),
  until: z.number().nullable(),
  owner: z.string().nullable(),
  reason: z.string().nullable(),
  language: z.string().nullable(),
  cue: z.int(),
  cues: z.int(),
  paused: z.boolean(),
  /** With the timeline of this hash, where the run stands at any instant (shared/scene-at.ts). */
  timeline: TimelineHash,
  segments: z.array(Segment),
  /** Somebody would like to have it. */
  asked: Ask.omit({ id: true }).nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** Something armed, as people see it; each screen's light is its own `readiness`. */
export const StandbyView = z.strictObject({
  id: OpaqueId,
  source: z.strictObject({ kind: z.enum(['show', 'scene', 'slate']), id: z.string(), version: z.int() }),
  title: Text,
  /** The cue that GO starts; null for a single scene. */
  cue: z.strictObject({ id: z.string(), index: z.int(), title: Text }).nullable(),
  targets: z.array(z.string()),
  /** Those that hold it ready. */
  screens: z.array(ScreenId),
  /** Those that GO comes to in a later cue alone, and which have nothing to hold ready; absent: none. */
  later: z.array(ScreenId).optional(),
  language: z.string().nullable(),
  owner: z.string().nullable(),
  /** When it was armed, ms of shared time. */
  at: z.number(),
  /** For how long GO takes it, ms, and why; null: until released, and nobody said why. */
  holdFor: z.number().nullable(),
  reason: z.string().nullable(),
});
export type StandbyView = z.infer<typeof StandbyView>;

/** Whether the hall is open, when that ends (ms; null: not soon), and who at the doors decided it; null: the hours. */
export const DoorsView = z.strictObject({
  is: z.enum(['open', 'closed']),
  until: z.number().nullable(),
  by: z.string().nullable(),
});
export type DoorsView = z.infer<typeof DoorsView>;

/** Words that somebody laid over whatever runs, as people see them: on, and not over yet. */
export const AnnouncedView = z.strictObject({
  id: Overlay.shape.id,
  type: OverlayType.extract(['ribbon', 'notice']),
  /** Null: a ribbon without words. */
  text: Text.nullable(),
  screens: z.array(ScreenId),
  from: z.number(),
  /** Null: until it is taken off. */
  until: z.number().nullable(),
});
export type AnnouncedView = z.infer<typeof AnnouncedView>;

/** The newest act on what runs or at the doors, while it can be taken back. */
export const LastActView = z.strictObject({
  id: z.string(),
  command: z.string(),
  by: z.string(),
  at: z.number(),
  until: z.number(),
  targets: z.array(z.string()),
  /** What the first of its runs shows; null: it was done to none, or nobody knows any more. */
  title: Text.nullable(),
  /** How many it was done to. */
  runs: z.int(),
  /** What was wished of the doors; null: it was not done at the doors. */
  doors: z.enum(['open', 'closed']).nullable(),
  /** The act that it took back, and whose that was: to take it back is to do that again. */
  undoes: z.strictObject({ command: z.string(), by: z.string() }).nullable(),
});
export type LastActView = z.infer<typeof LastActView>;

/** What people at their consoles decide and see alike; each part is told again as a whole when it changed. */
export const HallDesk = z.strictObject({
  /** On or to come. */
  runs: z.array(RunView),
  standbys: z.array(StandbyView),
  announced: z.array(AnnouncedView),
  doors: DoorsView,
  lastAct: LastActView.nullable(),
  /** What others did with runs while their owners held them, for these to be told. */
  losses: z.array(Loss),
});
export type HallDesk = z.infer<typeof HallDesk>;

/** Everything a console needs at first, then kept fresh by `facts`. */
export const HallFacts = z.strictObject({
  revision: z.int(),
  at: z.number(),
  screens: z.array(ScreenState),
  ...HallDesk.shape,
  storage: z.enum(['ok', 'failing']),
  /** Who is at a console, each once; those that the socket serves know. */
  people: z.array(Present).optional(),
  /** The number by which the console that is told this stands among them. */
  console: z.int().optional(),
  /** The open ones, newest first. */
  incidents: z.array(IncidentView).optional(),
  /** Each way in which people are told of incidents elsewhere; absent where there is none. */
  notices: z.array(NoticeState).optional(),
});
export type HallFacts = z.infer<typeof HallFacts>;
