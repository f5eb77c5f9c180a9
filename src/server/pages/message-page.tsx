/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A page with one sentence. */
export function messagePage(title: string, sentence: string): string {
  return htmlOf(title, <p>{sentence}</p>);
}

/**
 * A page of the server as HTML. React escapes every text.
 *
 * @param refreshSeconds after which the browser asks for it again
 */
export function htmlOf(title: string, content: ReactNode, refreshSeconds?: number): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refreshSeconds !== undefined && <meta httpEquiv="refresh" content={String(refreshSeconds)} />}
        <title>{title}</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>
  );
  return `<!DOCTYPE html>\n${renderToStaticMarkup(page)}\n`;
}
