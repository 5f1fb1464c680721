/** A config folder cannot be read or written as it is. The message says what happened, where, and what to do. */
export class ConfigTrouble extends Error {
  override readonly name = 'ConfigTrouble';
}

/** Something wrong in a config folder. */
export interface ConfigFlaw {
  /** From the config folder on, with `/`. */
  readonly file: string;
  /** Where inside the file: a field, or a line and column. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** One line for each flaw, for a person at a terminal. */
export function flawLines(flaws: readonly ConfigFlaw[]): string {
  return flaws.map((flaw) => `${flaw.file}, ${flaw.path}: found ${flaw.found}, expected ${flaw.expected}`).join('\n');
}
