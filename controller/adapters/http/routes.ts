import { accountRoutes } from './account.ts';
import { announcingRoutes } from './announcing.ts';
import { cleaningRoutes } from './cleaning.ts';
import { deskRoutes } from './desk.ts';
import { draftRoutes } from './drafts.ts';
import { editionRoutes } from './editions.ts';
import { emergencyRoutes } from './emergencies.ts';
import { entranceRoutes } from './entrances.ts';
import { actionRoutes } from './actions.ts';
import { exceptionRoutes } from './exceptions.ts';
import { guideRoutes } from './guide.ts';
import { hallRoutes } from './hall.ts';
import { historyRoutes } from './history.ts';
import { incidentRoutes } from './incidents.ts';
import { journalRoutes } from './journal.ts';
import { ledgerRoutes } from './ledger.ts';
import { ruleRoutes, sceneRoutes, showRoutes } from './library.ts';
import { mediaRoutes } from './media-routes.ts';
import { planRoutes } from './plan.ts';
import { peopleRoutes } from './people.ts';
import type { Route } from './route.ts';
import { scheduleRoutes } from './schedule.ts';
import { screenRoutes } from './screens.ts';
import { sessionRoutes } from './session.ts';
import { takeRoutes } from './takes.ts';

/** The whole API: what is served, and what /api/openapi.json describes. Of two paths that fit, the first one holds. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...entranceRoutes,
  ...hallRoutes,
  ...screenRoutes,
  ...actionRoutes,
  ...cleaningRoutes,
  ...historyRoutes,
  ...incidentRoutes,
  ...sceneRoutes,
  ...showRoutes,
  ...draftRoutes,
  ...editionRoutes,
  ...mediaRoutes,
  ...exceptionRoutes,
  ...scheduleRoutes,
  ...ruleRoutes,
  ...takeRoutes,
  ...deskRoutes,
  ...guideRoutes,
  ...ledgerRoutes,
  ...planRoutes,
  ...announcingRoutes,
  ...emergencyRoutes,
  ...journalRoutes,
];
