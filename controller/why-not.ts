/** Why the system does not let the hall listen there, and what to do. */
export function whyNot(error: unknown, port: number, host: string): string {
  if (!(error instanceof Error)) throw error;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use: another controller or another program has it. Stop that, or choose another with PORT.`;
    case 'EACCES':
      return `This user may not open port ${port}. Choose one above 1023 with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1, 0.0.0.0 or an address that it has.`;
    case undefined:
    default:
      return `The hall cannot open its door on ${host}:${port}: ${error.message}`;
  }
}
