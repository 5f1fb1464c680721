import { z } from 'zod';
import { keyPermissions, type Documents, type Kind, type Permission } from '#core/ports.ts';
import { Ask, Doors, LastAct, Loss } from '#shared/desk.ts';
import { Discarded, Draft, Edition } from '#shared/drafts.ts';
import { Role } from '#shared/facts.ts';
import { Guide } from '#shared/guide.ts';
import { Hall } from '#shared/hall.ts';
import { IncidentNote, Maintenance } from '#shared/incidents.ts';
import { Medium, Overlay, Scene, Show, Timeline } from '#shared/scene.ts';
import { Rule, RuleException, Run, SpecialDay, Standby } from '#shared/schedule.ts';

/** How every document is read back from disk. The types of the core and these schemas are held together by the compiler. */
const documentSchemas: { readonly [K in Kind]: z.ZodType<Documents[K]> } = {
  hall: Hall,
  scene: Scene,
  show: Show,
  rule: Rule,
  exception: RuleException,
  day: SpecialDay,
  medium: Medium,
  imported: z.strictObject({ id: z.literal('last'), versions: z.record(z.string(), z.number()) }),
  draft: Draft,
  discarded: Discarded,
  edition: Edition,
  run: Run,
  standby: Standby,
  overlay: Overlay.extend({ targets: z.array(z.string()) }),
  timeline: Timeline,
  person: z.strictObject({
    id: z.string(),
    name: z.string(),
    role: Role,
    zones: z.array(z.string()).nullable().default(null),
    passwordHash: z.string().nullable(),
    secondFactor: z
      .strictObject({ secret: z.string(), recoveryHashes: z.array(z.string()) })
      .nullable()
      .default(null),
    pinHash: z.string().nullable().default(null),
    disabled: z.boolean().default(false),
  }),
  session: z.strictObject({
    id: z.string(),
    person: z.string(),
    createdAt: z.number(),
    expiresAt: z.number(),
    tablet: z.string().nullable().default(null),
    browser: z.string().default(''),
    address: z.string().default(''),
  }),
  tablet: z.strictObject({ id: z.string(), name: z.string(), tokenHash: z.string(), pairedAt: z.number() }),
  hold: z.strictObject({
    id: z.literal('clock'),
    since: z.number(),
    byMs: z.number(),
    why: z.enum(['step', 'behind']),
  }),
  apiKey: z.strictObject({
    id: z.string(),
    name: z.string(),
    keyHash: z.string(),
    permissions: z.array(z.enum(keyPermissions as [Permission])),
    zones: z.array(z.string()).nullable(),
    createdAt: z.number(),
    expiresAt: z.number(),
  }),
  screenToken: z.strictObject({
    id: z.string(),
    tokenHash: z.string(),
    pairedAt: z.number(),
    // A token from before tokens were renewed is due at once.
    dueAt: z.number().default(0),
    next: z.string().nullable().default(null),
    spent: z.array(z.string()).default([]),
    copy: z.strictObject({ from: z.string(), at: z.number() }).nullable().default(null),
  }),
  keptOut: z.strictObject({ id: z.string(), by: z.string(), since: z.number() }),
  maintenance: Maintenance,
  incidentNote: IncidentNote,
  act: LastAct,
  ask: Ask,
  loss: Loss,
  guide: Guide,
  doors: Doors,
};

const isKind = (kind: string): kind is Kind => Object.hasOwn(documentSchemas, kind);

export type ReadDocument =
  | { readonly ok: true; readonly kind: Kind; readonly body: Documents[Kind] }
  /** `path` is where in the document, `expected` what should have been there. */
  | { readonly ok: false; readonly path: string; readonly expected: string };

/** A stored body as the document it must be. */
export function readDocument(kind: string, text: string): ReadDocument {
  if (!isKind(kind)) return { ok: false, path: '(kind)', expected: 'a kind of document that this version knows' };
  const parsed = documentSchemas[kind].safeParse(fromJson(text));
  if (parsed.success) return { ok: true, kind, body: parsed.data };
  const issue = parsed.error.issues[0];
  return {
    ok: false,
    path: issue?.path.map(String).join('.') || '(the whole document)',
    expected: issue?.message ?? 'a valid document',
  };
}

/** The JSON's value; undefined, which no schema accepts, where it is not JSON. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
