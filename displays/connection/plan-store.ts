import { Plan } from '#shared/plan.ts';

/** Plans that outlive the page, so that a reload without a controller still plays. */
export interface PlanStore {
  load(screen: string): Promise<Plan | null>;
  save(plan: Plan): void;
}

const database = 'shanyraq';
const table = 'plans';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps no data here')));
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
  return done(request);
}

/** Keeps plans in the browser's database; where there is none, plans live as long as the page and `onLimit` is told. */
export function openPlanStore(onLimit: (why: string) => void): PlanStore {
  const opened = open().catch((error: unknown) => {
    onLimit(String(error));
    return null;
  });
  return {
    async load(screen) {
      const db = await opened;
      if (db === null) return null;
      const kept: unknown = await done(db.transaction(table).objectStore(table).get(screen));
      // A plan from another version of the player is as good as none.
      return Plan.safeParse(kept).data ?? null;
    },
    save(plan) {
      write(plan).catch((error: unknown) => onLimit(String(error)));
    },
  };

  async function write(plan: Plan): Promise<void> {
    const db = await opened;
    if (db !== null) await done(db.transaction(table, 'readwrite').objectStore(table).put(plan, plan.screen));
  }
}
