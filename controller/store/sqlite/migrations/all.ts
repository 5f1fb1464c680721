import type { Migration } from '../migrate.ts';
import { hall001 } from './001-hall.ts';
import { hall002 } from './002-deeds.ts';

/** What the hall's database went through, oldest first. A migration that was released is never edited: add the next. */
export const hallMigrations: readonly Migration[] = [hall001, hall002];
