/** Steps from the roomiest setting to the tightest; reading-styles.ts says what each one means. */
const mostDensity = 4;

/**
 * Sets the roomiest density at which the year's events fit their field, as the attribute `density` of the scene.
 * Measures, so it is called after a rendering and never in `seek()`.
 */
export function fitReading(host: HTMLElement, field: HTMLElement): void {
  for (let density = 0; density <= mostDensity; density++) {
    host.setAttribute('density', String(density));
    if (field.scrollHeight <= field.clientHeight + 1) return;
  }
}
