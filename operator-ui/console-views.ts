import { html, nothing, type TemplateResult } from 'lit';
import type { RunView } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import type { MirrorsShown, MirrorsWanted } from '#shared/mirrors.ts';
import type { Library } from './controllers/library.ts';
import type { Preferences } from './controllers/preferences.ts';
import type { Preview } from './controllers/previews.ts';
import type { SignedIn } from './controllers/session.ts';
import type { WhatIsShown } from './controllers/read-once.ts';
import type { UnsavedEdits } from './controllers/unsaved-edits.ts';
import './elements/action-panel.ts';
import './elements/cue-panel.ts';
import './elements/mirror-frame.ts';
import type { Draft } from './state/draft.ts';
import { mayDo } from './state/may.ts';
import type { Seen } from './state/seen.ts';
import type { OnNow } from './state/runs.ts';
import { showRuns } from './state/show-run.ts';
import type { Speech } from './state/speech.ts';
import type { ViewName } from './state/views.ts';
import type { Layout } from './views/hall-view.ts';
import './views/hall-view.ts';
import './views/health-view.ts';
import './views/journal-view.ts';
import './views/media-view.ts';
import './views/people-view.ts';
import './views/scenes-view.ts';
import './views/schedule-view.ts';
import './views/show-view.ts';

/** All that the views may need of the shell. */
export interface Views {
  readonly name: ViewName;
  readonly hall: Hall;
  readonly speech: Speech;
  readonly seen: Seen;
  readonly on: OnNow;
  readonly library: Library;
  readonly shown: WhatIsShown;
  readonly preview: Preview | null;
  readonly selected: ReadonlySet<string>;
  readonly draft: Draft;
  readonly layout: Layout;
  readonly mirrors: ReadonlyMap<string, number | null>;
  /** The run that the show view was asked to show. */
  readonly chosenRun: string | null;
  /** The screen whose page the health view shows, or null. */
  readonly openScreen: string | null;
  readonly person: SignedIn;
  readonly edits: UnsavedEdits;
  /** Whether live pictures of screens are wanted. */
  readonly preferences: Pick<Preferences, 'pictures' | 'setPictures'>;
  /** Shared time, ms, in whole seconds. */
  readonly now: number;
  readonly nowMs: () => number;
  readonly isAble: boolean;
  /** What comes after a release of the run, in one line; empty: not known. */
  readonly afterwards: (run: RunView) => string;
  readonly setLayout: (layout: Layout) => void;
  readonly chooseRun: (run: string) => void;
}

/** Live pictures, behind whatever leaves room for them; `shown` hears which there are, and since when one stands still. */
export function picturesBehind(
  mirrors: MirrorsWanted['mirrors'],
  shown: (mirrors: ReadonlyMap<string, number | null>) => void,
): TemplateResult {
  return html`<mirror-frame
    class="behind"
    .mirrors=${mirrors}
    @mirrors=${({ detail }: CustomEvent<MirrorsShown>) =>
      shown(new Map(detail.mirrors.map(({ screen, stillSince }) => [screen, stillSince])))}
  ></mirror-frame>`;
}

/** The view and what stands beside it. */
export function shownView(given: Views): TemplateResult {
  switch (given.name) {
    case 'hall':
      return hall(given);
    case 'show':
      return show(given);
    case 'schedule':
      return html`<main class="wide" tabindex="-1">
        <schedule-view
          .hall=${given.hall}
          .speech=${given.speech}
          .shows=${given.library.shows}
          .scenes=${given.library.scenes}
          .documents=${given.library.scheduleRound}
          .revision=${given.seen.revision}
          .now=${given.now}
        ></schedule-view>
      </main>`;
    case 'health':
      return html`<main class="wide" tabindex="-1">
        <health-view
          .hall=${given.hall}
          .speech=${given.speech}
          .seen=${given.seen}
          .now=${given.now}
          .screen=${given.openScreen}
          .person=${given.person.name}
        ></health-view>
      </main>`;
    case 'people':
      return html`<main class="wide" tabindex="-1">
        <people-view
          .hall=${given.hall}
          .speech=${given.speech}
          .person=${given.person}
          .revision=${given.seen.revision}
          .now=${given.now}
        ></people-view>
      </main>`;
    case 'scenes':
      return html`<main class="wide" tabindex="-1">
        <scenes-view
          .hall=${given.hall}
          .speech=${given.speech}
          .scenes=${given.library.scenes}
          .shows=${given.library.shows}
          .person=${given.person}
          .edits=${given.edits}
          .unsaved=${given.edits.all}
          .begun=${given.edits.begun.all}
          .people=${given.seen.link.is === 'live' ? given.seen.people : []}
          .console=${given.seen.console}
          .revision=${given.seen.revision}
          .mediaRound=${given.library.mediaRound}
          .pictures=${given.preferences.pictures}
          ?able=${given.isAble}
        ></scenes-view>
      </main>`;
    case 'media':
      return html`<main class="wide" tabindex="-1">
        <media-view
          .hall=${given.hall}
          .speech=${given.speech}
          .person=${given.person}
          .revision=${given.seen.revision}
          .mediaRound=${given.library.mediaRound}
          ?able=${given.isAble}
        ></media-view>
      </main>`;
    case 'journal':
      return html`<main class="wide" tabindex="-1">
        <journal-view
          .speech=${given.speech}
          .hall=${given.hall}
          .revision=${given.seen.revision}
          .people=${given.seen.people.map(({ name }) => name)}
          .lastAct=${given.seen.lastAct}
          .standbys=${new Set(given.seen.standbys.map(({ id }) => id))}
          .now=${given.now}
          .able=${given.isAble}
        ></journal-view>
      </main>`;
  }
}

function hall(given: Views): TemplateResult {
  const { library, speech, seen, selected } = given;
  return html`<main tabindex="-1">
      <hall-view
        .hall=${given.hall}
        .speech=${speech}
        .seen=${seen}
        .scenes=${library.sceneById}
        .selected=${selected}
        .mirrors=${given.mirrors}
        .layout=${given.layout}
        .pictures=${given.preferences.pictures}
        .now=${given.now}
        @layout=${({ detail }: CustomEvent<Layout>) => given.setLayout(detail)}
        @live=${({ detail }: CustomEvent<boolean>) => given.preferences.setPictures(detail)}
      ></hall-view>
    </main>
    <action-panel
      role="complementary"
      aria-label=${speech.words.take.heading}
      .hall=${given.hall}
      .speech=${speech}
      .seen=${seen}
      .on=${given.on}
      .scenes=${library.scenes}
      .shows=${library.shows}
      .selected=${selected}
      .draft=${given.draft}
      .preview=${given.preview}
      .announces=${mayDo(given.person.role, 'overlay.show')}
      .afterwards=${given.afterwards}
      .me=${given.person.name}
      .now=${given.now}
      .able=${given.isAble}
    ></action-panel>`;
}

function show(given: Views): TemplateResult {
  const { library, speech, seen, shown, nowMs } = given;
  const running = showRuns(seen.runs, nowMs());
  const run = running.find(({ id }) => id === given.chosenRun) ?? running[0] ?? null;
  const timeline = run === null ? null : shown.timeline(run);
  return html`<main tabindex="-1" class=${run === null ? 'wide' : ''}>
      <show-view
        .hall=${given.hall}
        .speech=${speech}
        .runs=${running}
        .run=${run}
        .timeline=${timeline}
        .notes=${run === null ? [] : shown.notes(run)}
        .shows=${library.shows}
        .nowMs=${nowMs}
        .able=${given.isAble}
        @run=${({ detail }: CustomEvent<string>) => given.chooseRun(detail)}
      ></show-view>
    </main>
    ${
      run === null
        ? nothing
        : html`<cue-panel
            role="complementary"
            aria-label=${speech.words.showRun.next}
            .hall=${given.hall}
            .speech=${speech}
            .seen=${seen}
            .run=${run}
            .timeline=${timeline}
            .me=${given.person.name}
            .now=${nowMs()}
            .afterwards=${given.afterwards(run)}
            .able=${given.isAble}
          ></cue-panel>`
    }`;
}
