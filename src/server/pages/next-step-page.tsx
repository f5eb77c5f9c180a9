/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import { htmlOf } from './message-page.tsx';

export interface PageLink {
  label: string;
  /** Of this server, or of HubSpot: never taken from a request. */
  url: string;
}

/** A page that says what happened, and where to go from here. */
export function nextStepPage(title: string, sentence: string, links: readonly PageLink[]): string {
  return htmlOf(
    title,
    <>
      <p>{sentence}</p>
      {links.map(({ label, url }) => (
        <p key={url}>
          <a href={url}>{label}</a>
        </p>
      ))}
    </>,
  );
}
