import { css, html, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { VideoParams } from '#shared/scenes/video.ts';
import { createDeck, type Deck, type DeckVoice } from '../../video/deck.ts';
import { firstFrame } from '../../video/first-frame.ts';
import { usualRefresh, withFrame, type Refresh } from '../../video/refresh.ts';
import { paintFrame } from '../../video/paint-frame.ts';
import { nothingLearnt } from '../../video/servo.ts';
import { nextTarget, positionAt, turnAt, type Target } from '../../video/target.ts';
import { SceneElement, type Entrance } from '../scene-element.ts';

/** So long before its end, the next turn of a loop is sought and held ready on the other deck. */
const aheadMs = 3000;
/** From a film's address to its first frame; one that is quicker holds the frame until its time comes. */
const usualLoadMs = 650;
/** A film that was told its position once is told the next within this, if it moves. */
const secondWordMs = 100;
/** A film that is looked at less often than this has nobody before it. */
const unseenForMs = 3000;

/**
 * A film, locked to its position by the servo of displays/video. A loop has two decks that take turns: while one plays
 * to its end, the other already holds the first frame.
 *
 * Where many screens are drawn small on one page (light quality), a film is painted only as often as it is looked at, and
 * rests while nobody looks.
 */
@customElement('scene-video')
export class VideoScene extends SceneElement<VideoParams> {
  static override styles = css`
    :host {
      display: block;
      position: relative;
      width: 100%;
      height: 100%;
      overflow: hidden;
      contain: strict;
      background: #000;
    }
    video,
    canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: contain;
      object-position: var(--focus);
    }
    :host([cover]) :is(video, canvas) {
      object-fit: cover;
    }
  `;

  #decks: readonly Deck[] = [];
  #target: Target | null = null;
  #refresh: Refresh = usualRefresh;
  #onTop: Deck | undefined;
  #voice: DeckVoice = null;
  readonly #picture = document.createElement('canvas');

  get #isLight(): boolean {
    return this.context.quality === 'light';
  }

  override async prepare({ positionMs, isMoving }: Entrance): Promise<void> {
    if (this.#decks.length === 0) this.#make();
    await this.updateComplete;
    const [first, ...others] = this.#decks;
    if (first === undefined) return;
    // Which turn of a loop it enters in, and with which deck, is only known when its length is.
    if (others.length === 0 && positionMs > 0)
      first.video.currentTime = (positionMs + (isMoving ? usualLoadMs : 0)) / 1000;
    await firstFrame(first.video);
    // The other deck loads behind the first, which is the one that is waited for.
    for (const { video } of others) video.preload = 'auto';
  }

  override seek(positionMs: number): void {
    // In a frame the time line's time is the frame's own timestamp, for which the position was given.
    const frameMs = Number(document.timeline.currentTime ?? performance.now());
    const before = this.#target;
    this.#refresh = withFrame(this.#refresh, frameMs - (before?.atMs ?? -Infinity));
    const told = nextTarget(before, positionMs, frameMs);
    this.#target = told;
    // A film that enters in the middle would be sought to where it is now, and be late when it is found to move.
    if (before !== null) this.#follow(performance.now());
    else setTimeout(() => this.#target === told && this.#follow(performance.now()), secondWordMs);
  }

  #follow(nowMs: number): void {
    const [first] = this.#decks;
    const durationMs = first?.durationMs() ?? NaN;
    if (this.#target === null || first === undefined || !(durationMs > 0)) {
      first?.aim({ targetMs: 0, isMoving: false, nowMs, refreshMs: this.#refresh.ms });
      return;
    }
    const { isMoving } = this.#target;
    const { turn, intoMs } = turnAt(positionAt(this.#target, nowMs), durationMs, this.params.loop);
    const current = this.#decks[turn % this.#decks.length] ?? first;
    const refreshMs = this.#refresh.ms;
    current.aim({ targetMs: intoMs, isMoving: isMoving && intoMs < durationMs, nowMs, refreshMs });
    for (const other of this.#decks) {
      if (other === current) continue;
      const leftMs = durationMs - intoMs;
      if (isMoving && leftMs < Math.min(aheadMs, durationMs / 2))
        other.aim({ targetMs: -leftMs, isMoving: true, nowMs, refreshMs });
      else other.rest();
    }
    this.#show(current);
    if (this.#isLight) paintFrame(this.#picture, (this.#onTop ?? current).video);
    this.#tellVoice(current.voice());
  }

  #show(deck: Deck): void {
    if (deck === this.#onTop) return;
    // The film before goes on showing its last frame until the new one has its first.
    if (this.#onTop !== undefined && deck.video.seeking) return;
    for (const { video } of this.#decks) video.style.zIndex = video === deck.video ? '1' : '0';
    this.#onTop = deck;
  }

  #tellVoice(voice: DeckVoice): void {
    if (voice === null || voice === this.#voice) return;
    this.#voice = voice;
    this.dispatchEvent(new CustomEvent<DeckVoice>('scene-sound', { detail: voice, bubbles: true, composed: true }));
  }

  /** Milliseconds of the film, once they are known. */
  get durationMs(): number {
    return this.#decks[0]?.durationMs() ?? NaN;
  }

  /** The elements it plays with, for measurements. */
  get videos(): readonly HTMLVideoElement[] {
    return this.#decks.map(({ video }) => video);
  }

  #make(): void {
    const url = this.context.mediaUrl(this.params.video);
    const learnt = { ...nothingLearnt };
    this.#decks = Array.from({ length: this.params.loop ? 2 : 1 }, () => createDeck(url, learnt));
    const { x, y } = this.params.focus;
    this.style.setProperty('--focus', `${x * 100}% ${y * 100}%`);
    for (const [index, deck] of this.#decks.entries()) {
      if (index > 0) deck.video.preload = 'metadata';
      // A playing film tells its time by itself, also where nobody asks for another frame any more.
      deck.video.addEventListener('timeupdate', () => {
        const unseenMs = performance.now() - (this.#target?.atMs ?? 0);
        if (this.#isLight && unseenMs > unseenForMs) deck.rest();
      });
    }
    this.#applySound();
    this.requestUpdate();
  }

  #applySound(): void {
    for (const deck of this.#decks) deck.setSound(this.context.sound);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('params')) this.toggleAttribute('cover', this.params.fit === 'cover');
    if (changed.has('context')) this.#applySound();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The player may only be moving the element to another place of the page.
    queueMicrotask(() => {
      if (this.isConnected) return;
      for (const deck of this.#decks) deck.release();
      this.#decks = [];
      this.#onTop = undefined;
    });
  }

  protected override render() {
    return this.#isLight ? html`${this.#picture}` : html`${this.#decks.map(({ video }) => video)}`;
  }
}
