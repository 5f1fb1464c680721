import express, { type RequestHandler } from 'express';

/**
 * The built pages: `/`, `/display/`, `/hall/`, and what they are made of. Names under /assets/ carry a hash of their
 * content; everything else is asked for again each time, so that a new version is seen at once.
 */
export function servePages(folder: string): RequestHandler {
  return express.static(folder, {
    index: 'index.html',
    redirect: true,
    setHeaders(response, file) {
      const isHashed = file.slice(folder.length).replaceAll('\\', '/').startsWith('/assets/');
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
