import { z } from 'zod';
import { Role } from '#shared/facts.ts';

// What the interface answers about people and their ways in, as far as the console reads it.

export const Me = z.object({
  person: z.object({ id: z.string(), name: z.string(), role: Role }),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  recoveryCodes: z.int(),
  hasPin: z.boolean(),
  byPin: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const PersonListed = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  zones: z.array(z.string()).nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  hasPin: z.boolean(),
  disabled: z.boolean(),
});
export type PersonListed = z.infer<typeof PersonListed>;

export const SessionListed = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  tablet: z.string().nullable(),
  browser: z.string(),
  address: z.string(),
  isThis: z.boolean(),
});
export type SessionListed = z.infer<typeof SessionListed>;

export const TabletListed = z.object({ id: z.string(), name: z.string(), pairedAt: z.iso.datetime() });
export type TabletListed = z.infer<typeof TabletListed>;

export const KeyListed = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  zones: z.array(z.string()).nullable(),
  expiresAt: z.iso.datetime(),
});
export type KeyListed = z.infer<typeof KeyListed>;

/** Which shared tablet this browser is, and who can sign in on it with a PIN. */
export const TabletHere = z.object({
  tablet: z.object({ id: z.string(), name: z.string() }).nullable(),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type TabletHere = z.infer<typeof TabletHere>;
