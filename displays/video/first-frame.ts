/** A film that is not on the glass confirms no frame; then its decoded data has to do. */
const patienceMs = 600;

/** Resolves when a frame of the film is on the glass, or can be; rejects, saying why, when it cannot be played. */
export function firstFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const shown = (): void => done(resolve);
    // On its way to where it enters, a film may show its beginning; when it is there, no frame may be told of any more.
    const handle = video.requestVideoFrameCallback(() => video.seeking || shown());
    video.addEventListener('seeked', shown);
    const loaded = (): void => {
      timer ??= setTimeout(shown, patienceMs);
    };
    const failed = (): void => done(() => reject(new Error(failureOf(video))));
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      video.cancelVideoFrameCallback(handle);
      video.removeEventListener('seeked', shown);
      video.removeEventListener('loadeddata', loaded);
      video.removeEventListener('error', failed);
      settle();
    };
    video.addEventListener('loadeddata', loaded);
    video.addEventListener('error', failed);
    if (video.error !== null) failed();
    else if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) loaded();
  });
}

/** What is wrong with a film, for a technician. */
export function failureOf({ error, currentSrc, src }: HTMLVideoElement): string {
  const name = currentSrc === '' ? src : currentSrc;
  if (error === null) return `the film ${name} cannot be shown`;
  const why = error.message === '' ? `media error ${error.code}` : error.message;
  const hint = error.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED ? '; H.264, VP9 and AV1 play everywhere' : '';
  return `the film ${name} cannot be shown (${why})${hint}`;
}
