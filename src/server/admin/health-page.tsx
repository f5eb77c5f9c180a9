/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import type { ReactNode } from 'react';

import * as words from '../../messages/server-pages.ts';
import { amount } from '../../usecases/amount.ts';
import { htmlOf } from '../pages/message-page.tsx';
import { CERTIFIED_PERCENT, type PortalReport } from './attention.ts';
import { PortalTable } from './portal-table.tsx';
import { agoInWords } from './times.ts';

/** What the page says of the server itself. */
export interface ServerFacts {
  version: string;
  startedAt: number;
  database: string;
  databaseBytes: number;
  /** Where a portal connects, by app. */
  apps: readonly AppFacts[];
}

interface AppFacts {
  appId: number;
  installAddress: string;
  calls: number;
  successPercent: number | null;
}

interface Shown {
  /** All that the text fits, the most urgent first. */
  portals: readonly PortalReport[];
  /** How many there are on the server. */
  total: number;
  text: string;
  /** From 1. */
  page: number;
  now: number;
}

/** Portals on one page. */
const A_PAGE = 50;

/** The health of the server and its portals, on one screen. */
export function healthPage(server: ServerFacts, shown: Shown): string {
  const { portals, total, text, page, now } = shown;
  const pages = Math.max(1, Math.ceil(portals.length / A_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const from = (at - 1) * A_PAGE;
  const urgent = portals.filter(({ attention }) => attention.length > 0).length;
  return htmlOf(
    'Partner ICP: health',
    <div className="wide">
      <Facts server={server} now={now} />
      <h2>Portals</h2>
      {total === 0 ? <NoPortals apps={server.apps} /> : <Filter text={text} />}
      {total > 0 && portals.length === 0 && <p>{words.nothingFound(text)}</p>}
      {portals.length > 0 && (
        <>
          <p className="strong">
            {urgent === 0
              ? `None of ${amount(portals.length, 'portal', 'portals')} needs attention.`
              : `${urgent.toLocaleString('en')} of ${amount(portals.length, 'portal needs', 'portals need')} attention.`}
          </p>
          <PortalTable portals={portals.slice(from, from + A_PAGE)} now={now} />
          <Pages {...{ at, pages, text, from, all: portals.length }} />
        </>
      )}
      {total > 0 && <ConnectMore apps={server.apps} />}
    </div>,
  );
}

function Facts({ server, now }: { server: ServerFacts; now: number }) {
  const { version, startedAt, database, databaseBytes, apps } = server;
  return (
    <dl className="facts">
      <Fact term="Version">{version}</Fact>
      <Fact term="Started">{agoInWords(startedAt, now)}</Fact>
      <Fact term="Database">{`${database}, ${sizeInWords(databaseBytes)}`}</Fact>
      {apps.map(({ appId, calls, successPercent }) => (
        <Fact key={appId} term={`App ${appId}, calls of 30 days`}>
          <Success calls={calls} percent={successPercent} />
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Success({ calls, percent }: { calls: number; percent: number | null }) {
  if (percent === null) return 'none yet';
  const isGood = percent >= CERTIFIED_PERCENT;
  return (
    <>
      <span className={`tag ${isGood ? 'good' : 'bad'}`}>
        {`${percent} % succeeded, ${isGood ? 'enough' : 'too few'}`}
      </span>
      <br />
      <span className="quiet">{`of ${calls.toLocaleString('en')}; certification asks for ${CERTIFIED_PERCENT} %`}</span>
    </>
  );
}

function NoPortals({ apps }: Pick<ServerFacts, 'apps'>) {
  return (
    <>
      <p>{words.NO_PORTALS}</p>
      <InstallAddresses apps={apps} />
    </>
  );
}

function ConnectMore({ apps }: Pick<ServerFacts, 'apps'>) {
  return (
    <>
      <h2>Connect a portal</h2>
      <p>{words.CONNECT_MORE}</p>
      <InstallAddresses apps={apps} />
    </>
  );
}

function InstallAddresses({ apps }: Pick<ServerFacts, 'apps'>) {
  return (
    <ul>
      {apps.map(({ appId, installAddress }) => (
        <li key={appId}>
          <a href={installAddress}>{installAddress}</a>
        </li>
      ))}
    </ul>
  );
}

function Filter({ text }: { text: string }) {
  return (
    <form method="get" action="/admin">
      <div>
        <label htmlFor="q">Domain, portal or app</label>
        <input id="q" name="q" type="search" defaultValue={text} maxLength={100} />
      </div>
      <button type="submit">Filter</button>
      {text !== '' && <a href="/admin">Show all</a>}
    </form>
  );
}

interface PagesProps {
  at: number;
  pages: number;
  text: string;
  from: number;
  all: number;
}

function Pages({ at, pages, text, from, all }: PagesProps) {
  if (pages === 1) return null;
  const address = (page: number) =>
    `/admin?${new URLSearchParams({ ...(text !== '' && { q: text }), page: String(page) }).toString()}`;
  const last = Math.min(from + A_PAGE, all);
  return (
    <nav aria-label="Pages">
      {at > 1 && <a href={address(at - 1)}>Previous</a>}
      <span>{`${(from + 1).toLocaleString('en')} to ${last.toLocaleString('en')} of ${all.toLocaleString('en')}`}</span>
      {at < pages && <a href={address(at + 1)}>Next</a>}
    </nav>
  );
}

function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 1_000 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1_000).toFixed(1)} GB`;
}
