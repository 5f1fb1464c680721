/** Beneath this path lies the copy of the hall that people train on: its console, its interface, its pictures. */
export const trainingPath = '/training';

/** What a page's own addresses begin with: nothing in the hall, {@link trainingPath} in the copy. */
export function baseOf(pathname: string): '' | typeof trainingPath {
  return pathname.startsWith(`${trainingPath}/`) ? trainingPath : '';
}

/** People and their ways in, as paths beneath `/api/`: there is one of these, the hall's, also for who trains. */
export const isOfTheHallAlone = (path: string): boolean => /^(people|tablets?|keys|sessions?)(\/|$)/.test(path);
