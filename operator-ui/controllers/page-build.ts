/** The build of this page, written into it when it was built; absent: it is served from its sources. */
export function pageBuild(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content;
}
