import { z } from 'zod';

/** Words in the screen's language alone, or in each language of the hall in turn, for a wall that everybody reads. */
export const Languages = z.enum(['screen', 'alternate']);

/** How long each language stands where they take turns, ms. */
export const LanguageMs = z.int().min(4000).max(120_000).default(12_000);
