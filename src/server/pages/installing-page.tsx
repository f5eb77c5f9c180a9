/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import * as words from '../../messages/connecting.ts';
import type { PropertyInstall } from '../../store/property-installs.ts';
import type { PropertyReport } from '../oauth/property-report.ts';
import { htmlOf } from './message-page.tsx';

export interface InstallingPage {
  /** As HubSpot names the portal. */
  portal: string;
  install: PropertyInstall;
  report: PropertyReport | null;
  /** The portal's companies in HubSpot. */
  hubspotUrl: string;
  /** Where the portal is connected again. */
  reconnectUrl: string;
  /** Where "Try again" goes, with the token that proves that the page asks. */
  again: { path: string; token: string };
}

const REFRESH_SECONDS = 2;

/** How the installation of properties goes, and what to do once it is done. */
export function installingPage(page: InstallingPage): string {
  const { install, report, portal } = page;
  if (install.state === 'done' && report !== null)
    return htmlOf(words.INSTALLED_TITLE, <Done {...page} report={report} />);
  if (install.state === 'failed' || install.state === 'done')
    return htmlOf(words.INSTALL_FAILED_TITLE, <Failed {...page} />);
  return htmlOf(words.INSTALLING_TITLE, <Running portal={portal} install={install} />, REFRESH_SECONDS);
}

function Running({ portal, install: { step, steps, sentence } }: Pick<InstallingPage, 'portal' | 'install'>) {
  const percent = steps === 0 ? 0 : Math.floor((step / steps) * 100);
  return (
    <>
      <p>{words.installingIn(portal)}</p>
      <p>
        <progress max={100} value={percent} aria-label={words.INSTALLING_TITLE} />{' '}
        <strong>{percent} %</strong>
      </p>
      <p role="status">{steps === 0 ? sentence || words.WAITS : words.stepOf(step + 1, steps, sentence)}</p>
      <p>{words.REFRESHES_ITSELF}</p>
    </>
  );
}

function Failed({ install: { sentence }, again, reconnectUrl }: InstallingPage) {
  return (
    <>
      <p role="alert">{sentence || words.INSTALL_BROKE_OFF}</p>
      <p>{words.TRY_AGAIN_HELP}</p>
      <form method="post" action={again.path}>
        <input type="hidden" name="token" value={again.token} />
        <button type="submit">{words.TRY_AGAIN}</button>
      </form>
      <p>
        <a href={reconnectUrl}>{words.CONNECT_AGAIN}</a>
      </p>
    </>
  );
}

function Done({ portal, report, hubspotUrl, reconnectUrl }: InstallingPage & { report: PropertyReport }) {
  const { created, repaired, unchanged, types, leftOut, clashes, missingScopes } = report;
  return (
    <>
      <p>{words.installedIn(portal, types.join(', '))}</p>
      <p>{words.countsOf(created, repaired, unchanged)}</p>
      {missingScopes.length > 0 && (
        <p role="alert">
          {words.scopesMissing(missingScopes.join(', '))} <a href={reconnectUrl}>{words.RECONNECT}</a>
        </p>
      )}
      <Told title={words.CLASHES} told={clashes} />
      <Told title={words.LEFT_OUT} told={leftOut} />
      <h2>{words.NEXT_TITLE}</h2>
      <ol>
        <li>{words.OPEN_RECORD_VIEW}</li>
        <li>{words.ADD_CARD}</li>
        <li>{words.OPEN_COMPANY}</li>
      </ol>
      <p>
        <a href={hubspotUrl}>{words.OPEN_HUBSPOT}</a>
      </p>
    </>
  );
}

/** Things of one reason stand together: a plan without lists leaves all of them out. */
function Told({ title, told }: { title: string; told: PropertyReport['leftOut'] }) {
  if (told.length === 0) return null;
  const reasons = [...new Set(told.map(({ message }) => message))];
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            {told
              .filter(({ message }) => message === reason)
              .map(({ name }) => name)
              .join(', ')}
            : {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
