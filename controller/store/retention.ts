/** How long the answer to a command id is kept: the newest so many, and none that is older. */
export const keptCommands = 10_000;
export const keptCommandsMs = 7 * 24 * 3_600_000;
