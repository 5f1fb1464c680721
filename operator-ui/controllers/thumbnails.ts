import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { z } from 'zod';
import type { MediumView } from '#shared/media.ts';
import type { Medium } from '#shared/scene.ts';
import { ask } from './rest.ts';
import { thumbnailOf } from './thumbnail-of.ts';

interface Making {
  readonly medium: Pick<Medium, 'id' | 'hash' | 'mime'>;
  /** The file where this browser has it; it need not come back from the hall. */
  readonly file: File | null;
}

/** Whether it can be seen at all. */
export const isSeen = ({ mime }: Pick<Medium, 'mime'>): boolean => /^(image|video)\//.test(mime);

/**
 * Makes the thumbnails that the hall has not got, one after the other: of files that were uploaded here, then of what is
 * in sight. What this browser cannot show is left to another one.
 */
export class Thumbnails implements ReactiveController {
  readonly #make: typeof thumbnailOf;
  readonly #tried = new Set<string>();
  #uploaded: readonly Making[] = [];
  #inSight: readonly Making[] = [];
  #isBusy = false;

  constructor(host: ReactiveControllerHost, make = thumbnailOf) {
    this.#make = make;
    host.addController(this);
  }

  /** Nobody looks any more: the one that is being made is the last. */
  hostDisconnected(): void {
    this.#inSight = [];
    this.#tried.clear();
  }

  /** What is in sight now; what has left it waits until it comes back. */
  see(media: readonly MediumView[]): void {
    this.#inSight = media
      .filter((medium) => !medium.hasThumbnail && isSeen(medium))
      .map((medium) => ({ medium, file: null }));
    void this.#next();
  }

  uploaded(medium: Medium, file: File): void {
    if (!isSeen(medium)) return;
    this.#uploaded = [...this.#uploaded, { medium, file }];
    void this.#next();
  }

  async #next(): Promise<void> {
    if (this.#isBusy) return;
    const next = [...this.#uploaded, ...this.#inSight].find(({ medium }) => !this.#tried.has(medium.hash));
    if (next === undefined) return;
    this.#isBusy = true;
    this.#tried.add(next.medium.hash);
    this.#uploaded = this.#uploaded.filter((one) => one !== next);
    try {
      await this.#keep(next);
    } finally {
      this.#isBusy = false;
    }
    void this.#next();
  }

  async #keep({ medium: { id, hash, mime }, file }: Making): Promise<void> {
    const url = file === null ? `/media/${hash}` : URL.createObjectURL(file);
    const picture = await this.#make(url, mime);
    if (file !== null) URL.revokeObjectURL(url);
    if (picture === null) return;
    // The hall tells every console of the first that comes, this one too.
    await ask('PUT', 'media/thumbnail', z.unknown(), { id, picture });
  }
}
