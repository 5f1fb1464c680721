import { z } from 'zod';

/** A medium by its path under `config/media`, for example `content/chronicle.json`. */
export const MediumId = z
  .string()
  .max(200)
  .regex(
    /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/,
    'a path under config/media, for example "pictures/steppe.webp"',
  );

/** How a picture meets its box: whole with the ground around it, or filling it and cropped. */
export const Fit = z.enum(['contain', 'cover']);

/** The point of a picture that a crop keeps in view, as fractions from its top left corner. */
export const Focus = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
