/** Wider is more than a small picture of a screen can show. */
const mostWidthPx = 640;

/** Paints the film's present frame, in its own proportions; leaves what was painted where there is none yet. */
export function paintFrame(canvas: HTMLCanvasElement, video: HTMLVideoElement): void {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return;
  const scale = Math.min(1, mostWidthPx / video.videoWidth);
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
}
