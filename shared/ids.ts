import { z } from 'zod';

/** Ids people read and type: screens, zones, scenes, shows, rules. Lower-case words joined by dashes, at most 64. */
export const Slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single dashes, for example "wall-1"');

/** Ids the controller makes: runs, standbys, journal entries. Opaque, URL-safe. */
export const OpaqueId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[A-Za-z0-9@:_.+-]+$/);

declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]: B };

export type ScreenId = Brand<string, 'ScreenId'>;
export type RunId = Brand<string, 'RunId'>;
export type TimelineHash = Brand<string, 'TimelineHash'>;

export const ScreenId = Slug.transform((value) => value as ScreenId);
export const RunId = OpaqueId.transform((value) => value as RunId);
export const TimelineHash = z
  .string()
  .regex(/^[0-9a-f]{16,64}$/)
  .transform((value) => value as TimelineHash);
