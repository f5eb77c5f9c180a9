/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import type { ReactNode } from 'react';

import { amount } from '../../usecases/amount.ts';
import { CERTIFIED_PERCENT, KEPT_DAYS, type PortalReport, errorSentence } from './attention.ts';
import { BackgroundCell } from './background-cell.tsx';
import { agoInWords, timeInWords } from './times.ts';

const COLUMNS: readonly [title: string, cell: (portal: PortalReport, now: number) => ReactNode][] = [
  ['State', stateOf],
  ['Calls, 30 days', callsOf],
  ['Left today', ({ dailyLeft }) => (dailyLeft === null ? 'not known' : dailyLeft.toLocaleString('en'))],
  ['Last error', lastErrorOf],
  ['Properties', propertiesOf],
  ['Background', ({ work }, now) => <BackgroundCell work={work} now={now} />],
  ['Tokens', tokensOf],
  ['Connected', ({ installedAt, installerEmail }) => (
      <>
        <p>{timeInWords(installedAt)}</p>
        <p className="quiet">{`by ${installerEmail}`}</p>
      </>
    )],
]; // prettier-ignore

/** Portals, one a row. On a narrow screen each row is a block; the roles keep it a table for screen readers. */
export function PortalTable({ portals, now }: { portals: readonly PortalReport[]; now: number }) {
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {['Portal', ...COLUMNS.map(([title]) => title)].map((title) => (
            <th key={title} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {portals.map((portal) => (
          <tr role="row" key={`${portal.appId}:${portal.portalId}`}>
            <th scope="row" role="rowheader">
              <p className="strong">{portal.domain}</p>
              <p className="quiet">{`${portal.portalId}, app ${portal.appId}`}</p>
            </th>
            {COLUMNS.map(([title, cell]) => (
              <td key={title} role="cell" data-label={title}>
                <div>{cell(portal, now)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ uninstalledAt, attention, homeEntries }: PortalReport) {
  if (uninstalledAt !== null) {
    const until = new Date(uninstalledAt.getTime() + KEPT_DAYS * 86_400_000);
    return (
      <>
        <p>
          <span className="tag">Uninstalled</span>
        </p>
        <p className="quiet">
          {`${timeInWords(uninstalledAt)}.`}
          {homeEntries > 0 &&
            ` Its policy, ${amount(homeEntries, 'entry', 'entries')}, is kept until ${timeInWords(until)}.`}
        </p>
      </>
    );
  }
  if (attention.length === 0) return <span className="tag good">In order</span>;
  return (
    <>
      <p>
        <span className="tag bad">Needs attention</span>
      </p>
      {attention.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function callsOf({ calls: { made, limited }, successPercent }: PortalReport) {
  if (successPercent === null) return <span className="quiet">none</span>;
  const isGood = successPercent >= CERTIFIED_PERCENT;
  return (
    <>
      <p>
        <span className={`tag ${isGood ? 'good' : 'bad'}`}>{`${successPercent} % succeeded`}</span>
      </p>
      <p className="quiet">
        {`of ${made.toLocaleString('en')}`}
        {limited > 0 && `; ${limited.toLocaleString('en')} over the rate limit`}
      </p>
    </>
  );
}

function lastErrorOf({ lastError }: PortalReport, now: number) {
  if (lastError === null) return <span className="quiet">none</span>;
  return (
    <>
      <p>{errorSentence(lastError.code)}</p>
      <p className="quiet">{agoInWords(lastError.at.getTime(), now)}</p>
    </>
  );
}

function propertiesOf({ propertyInstall }: PortalReport, now: number) {
  if (propertyInstall === null) return <span className="quiet">not installed by this server</span>;
  const { state, step, steps, sentence, changedAt } = propertyInstall;
  const isRunning = state === 'running' || state === 'waiting';
  return (
    <>
      <p>
        <span className={`tag ${state === 'failed' ? 'bad' : state === 'done' ? 'good' : 'warn'}`}>
          {isRunning && steps > 0 ? `${state}, ${step} of ${steps}` : state}
        </span>
      </p>
      {state === 'failed' && <p>{sentence}</p>}
      <p className="quiet">{agoInWords(changedAt.getTime(), now)}</p>
    </>
  );
}

function tokensOf({ expiresAt, tokensIssued }: PortalReport, now: number) {
  if (expiresAt === null) return <span className="quiet">deleted</span>;
  return (
    <>
      <p>
        {expiresAt.getTime() > now
          ? `valid until ${expiresAt.toISOString().slice(11, 16)} UTC`
          : 'renewed by the next call'}
      </p>
      <p className="quiet">{`issued ${amount(tokensIssued, 'time', 'times')}`}</p>
    </>
  );
}
