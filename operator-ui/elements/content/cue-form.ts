import { html, nothing, type TemplateResult } from 'lit';
import { noteTexts } from '#shared/cue-note.ts';
import type { Hall } from '#shared/hall.ts';
import type { Cue, Scene } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';
import type { Path } from '../../state/content/paths.ts';
import { wrongAt, type Wrongs } from '../../state/content/wrongs.ts';
import { choiceNames } from '../../state/schedule-names.ts';
import type { Speech } from '../../state/speech.ts';
import { contentWords } from '../../words/content-words.ts';
import '../target-chips.ts';
import '../text-fields.ts';
import { choiceField, secondsField, valueOf, wrongNote } from './small-fields.ts';

export interface CueForm {
  readonly cue: Cue;
  /** Its place in the show. */
  readonly chosen: number;
  readonly speech: Speech;
  readonly hall: Hall;
  readonly scenes: readonly Scene[];
  /** By paths in the show. */
  readonly wrongs: Wrongs;
  readonly unproofed: readonly string[];
  /** Puts a value at a path in the show; undefined: takes away what is there. */
  readonly put: (path: Path, next: unknown) => void;
}

/** One cue of a show: how it starts and enters, what it shows where, and its note. */
export function cueForm(given: CueForm): TemplateResult {
  const { cue, chosen, speech, hall, unproofed, put } = given;
  const path: Path = ['cues', chosen];
  const words = contentWords[speech.language];
  const { type = 'dissolve', durationMs = 900 } = cue.transition ?? {};
  return html`<fieldset>
    <legend>${words.cue} ${chosen + 1}</legend>
    <text-fields
      .languages=${hall.languages}
      .label=${words.title}
      .value=${cue.title}
      .unproofed=${unproofed}
      .unproofedWord=${words.unproofed}
      .problem=${wrongAt(given.wrongs, `cues.${chosen}.title`)}
      @text=${({ detail }: CustomEvent<Text>) => put([...path, 'title'], detail)}
    ></text-fields>
    <div class="grid">
      <div class="wide">
        ${choiceField('trigger', words.starts, cue.trigger, words.triggers, (next) => put([...path, 'trigger'], next))}
      </div>
      <div>
        ${secondsField('lasts', words.lasts, cue.durationMs, (next) => put([...path, 'durationMs'], next))}
        ${wrongNote(wrongAt(given.wrongs, `cues.${chosen}.durationMs`))}
      </div>
      <div>
        ${choiceField('enters', words.enters, type, words.transitions, (next) =>
          put([...path, 'transition'], { type: next, durationMs: next === 'cut' ? 0 : durationMs || 900 }),
        )}
      </div>
      <div>
        ${secondsField('within', words.within, durationMs, (next) =>
          put([...path, 'transition'], { type, durationMs: next ?? 0 }),
        )}
      </div>
      <div>
        ${choiceField('policy', words.policy, cue.policy ?? '', words.policies, (next) =>
          put([...path, 'policy'], next === '' ? undefined : next),
        )}
      </div>
    </div>
    ${
      cue.policy === 'critical'
        ? targetsField(given, words.critical, cue.critical ?? [], (next) =>
            put([...path, 'critical'], next.length === 0 ? undefined : next),
          )
        : nothing
    }
    ${cue.parts.map((part, index) => partForm(given, part, [...path, 'parts', index], cue.parts.length))}
    <div class="foot">
      <button
        type="button"
        class="button small"
        @click=${() => put([...path, 'parts', cue.parts.length], { targets: [], scene: '' })}
      >
        ${words.addPart}
      </button>
    </div>
    <text-fields
      data-field="note"
      .languages=${hall.languages}
      .label=${words.note}
      .value=${noteTexts(cue.note, hall.languages.order)}
      .unproofed=${unproofed}
      .unproofedWord=${words.unproofed}
      .problem=${wrongAt(given.wrongs, `cues.${chosen}.note`)}
      multiline
      most="2000"
      @text=${({ detail }: CustomEvent<Text>) =>
        put([...path, 'note'], Object.keys(detail).length === 0 ? undefined : detail)}
    ></text-fields>
  </fieldset>`;
}

function partForm(
  { speech, scenes, wrongs, hall, put }: CueForm,
  { targets, scene }: Cue['parts'][number],
  path: Path,
  of: number,
): TemplateResult {
  const words = contentWords[speech.language];
  const at = path.join('.');
  const called = choiceNames(scenes, speech);
  return html`<div class="part">
    <div>
      <label for=${`scene-${at}`}>${words.scene}</label>
      <select
        id=${`scene-${at}`}
        aria-invalid=${wrongAt(wrongs, `${at}.scene`) === '' ? 'false' : 'true'}
        @change=${(event: Event) => put([...path, 'scene'], valueOf(event))}
      >
        <option value="" ?selected=${scene === ''}>${words.chooseScene}</option>
        ${scenes.toSorted(speech.byTitle).map((one) => html`<option value=${one.id} ?selected=${one.id === scene}>${called(one)}</option>`)}
      </select>
      ${wrongNote(wrongAt(wrongs, `${at}.scene`))}
    </div>
    ${targetsField({ speech, hall }, words.where, targets, (next) => put([...path, 'targets'], next))}
    ${wrongNote(wrongAt(wrongs, `${at}.targets`))}
    ${
      of < 2
        ? nothing
        : html`<div>
            <button type="button" class="button small" @click=${() => put(path, undefined)}>${words.removePart}</button>
          </div>`
    }
  </div>`;
}

function targetsField(
  { speech, hall }: Pick<CueForm, 'speech' | 'hall'>,
  label: string,
  chosen: readonly string[],
  put: (next: readonly string[]) => void,
): TemplateResult {
  return html`<target-chips
    whole
    .speech=${speech}
    .hall=${hall}
    .label=${label}
    .chosen=${chosen}
    @targets=${({ detail }: CustomEvent<readonly string[]>) => put(detail)}
  ></target-chips>`;
}
