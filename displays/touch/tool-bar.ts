import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SceneContext } from '#shared/scene-context.ts';
import type { SceneView } from '#shared/scene-view.ts';
import type { Text } from '#shared/text.ts';
import { touchWords } from './touch-words.ts';

export interface ToolBar {
  readonly context: SceneContext;
  readonly view: SceneView;
  readonly language: string;
  /** The countdown stands over it: out of sight, but the focus may stay in it. */
  readonly isCovered: boolean;
  readonly say: (text: Text) => string;
  /** The visitor chose a language, a text size or a reach. */
  readonly choose: (patch: Pick<SceneView, 'language' | 'textSize' | 'lowReach'>) => void;
}

/** The bottom bar of every touch scene: languages, text size and, on standing panels, low reach. Styles: tool-bar-styles.ts. */
export function toolBar(
  { context, view, language, isCovered, say, choose }: ToolBar,
  hasReach: boolean,
): TemplateResult {
  const { order, names } = context.languages;
  const isLarge = view.textSize === 'large';
  return html`<div class="tools ${isCovered ? 'covered' : ''}" role="toolbar" aria-label=${say(touchWords.tools)}>
    <div class="languages" role="group" aria-label=${say(touchWords.languages)}>
      ${order.map(
        (tag) =>
          html`<button
            lang=${tag}
            aria-pressed=${tag === language ? 'true' : 'false'}
            @click=${() => choose({ language: tag })}
          >
            ${names[tag] ?? tag}
          </button>`,
      )}
    </div>
    <div class="sizes" role="group" aria-label=${say(touchWords.textSize)}>
      <button
        class="small"
        aria-label=${say(touchWords.normalText)}
        aria-pressed=${isLarge ? 'false' : 'true'}
        @click=${() => choose({ textSize: 'normal' })}
      >
        А
      </button>
      <button
        class="big"
        aria-label=${say(touchWords.largeText)}
        aria-pressed=${isLarge ? 'true' : 'false'}
        @click=${() => choose({ textSize: 'large' })}
      >
        А
      </button>
    </div>
    ${hasReach ? reach(view.lowReach === true) : nothing}
  </div>`;

  function reach(isLow: boolean): TemplateResult {
    return html`<button
      class="reach"
      aria-pressed=${isLow ? 'true' : 'false'}
      @click=${() => choose({ lowReach: !isLow })}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">${isLow ? upwards : downwards}</svg>
      <span>${say(isLow ? touchWords.higher : touchWords.lower)}</span>
    </button>`;
  }
}

const downwards = svg`<path d="M12 3v11M7 9.5l5 5 5-5M4 20.5h16" fill="none" stroke="currentColor" stroke-width="2.2"></path>`;
const upwards = svg`<path d="M12 16V5M7 9.5l5-5 5 5M4 20.5h16" fill="none" stroke="currentColor" stroke-width="2.2"></path>`;
