import { parseArgs } from 'node:util';

export type CliCall =
  | { readonly is: 'import'; readonly folder: string | null; readonly dryRun: boolean; readonly overwrite: boolean }
  | { readonly is: 'export'; readonly folder: string }
  | { readonly is: 'backup'; readonly folder: string }
  | { readonly is: 'export-journal'; readonly file: string }
  | { readonly is: 'reset-admin' }
  | { readonly is: 'verify-journal' }
  | { readonly is: 'help' }
  | { readonly is: 'misused'; readonly message: string };

export const usage = `npm run hall -- <command>

  import [--dry-run] [--overwrite] [folder]
                                bring the hall to what a config folder says (CONFIG_DIR unless named);
                                with --dry-run only say what would change; what people have changed in the
                                console is undone only with --overwrite
  export <folder>               write the hall as a config folder, new or empty
  backup <folder>               copy the data folder to a new one, also while the controller runs
  reset-admin                   give the person "admin" a new password, print it, and sign them out everywhere
  export-journal <file>         write the journal, oldest first, one entry of JSON a line with its chained hash
  verify-journal                check that no entry of the journal was changed or removed

For all but backup the controller must not be running on the same DATA_DIR.`;

/** What the person at the machine asks for. `args` are the words after \`npm run hall --\`. */
export function parseCall(args: readonly string[]): CliCall {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean' }, overwrite: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    return { is: 'misused', message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const [command, folder, ...rest] = positionals;
  if (values.help === true || command === 'help') return { is: 'help' };
  const isImport = command === 'import';
  for (const option of ['dry-run', 'overwrite'] as const)
    if (values[option] === true && !isImport) return { is: 'misused', message: `--${option} belongs to import.` };
  if (rest.length > 0) return { is: 'misused', message: `${command ?? ''} takes one folder, not ${rest.length + 1}.` };
  switch (command) {
    case 'import':
      return {
        is: 'import',
        folder: folder ?? null,
        dryRun: values['dry-run'] === true,
        overwrite: values.overwrite === true,
      };
    case 'export':
      return folder === undefined
        ? { is: 'misused', message: 'export needs the folder to write to.' }
        : { is: 'export', folder };
    case 'backup':
      return folder === undefined
        ? { is: 'misused', message: 'backup needs the folder to write to.' }
        : { is: 'backup', folder };
    case 'export-journal':
      return folder === undefined
        ? { is: 'misused', message: 'export-journal needs the file to write to.' }
        : { is: 'export-journal', file: folder };
    case 'reset-admin':
    case 'verify-journal':
      return folder === undefined ? { is: command } : { is: 'misused', message: `${command} takes no folder.` };
    case undefined:
      return { is: 'misused', message: 'A command is missing.' };
    default:
      return { is: 'misused', message: `There is no command called ${command}.` };
  }
}
