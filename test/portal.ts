import {
  type SandboxCrm,
  type SandboxCrmOptions,
  startSandboxCrm,
} from '../sandbox/hubspot/start-sandbox-crm.ts';
import type { SavedPortal } from '../sandbox/hubspot/saved-portal/saved-portal.ts';
import { readCompany } from '../src/crm/companies.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../src/crm/client/client.ts';
import type { Edition } from '../src/crm/installation-record.ts';
import { type Installation, keepInstallation } from '../src/crm/installation.ts';
import type { Crm } from '../src/crm/client/request.ts';
import { PARTNER_TYPES, type PartnerType } from '../src/icp/partner-types.ts';
import { DEFAULT_SETTINGS } from '../src/icp/settings.ts';
import { SHIPPED } from '../src/icp/shipped-profiles.ts';
import { homeInCrm } from '../src/crm/policy-home.ts';
import { keepPolicy } from '../src/usecases/policy/known-policy.ts';
import { PRIVATE_REMEDIES } from '../src/usecases/remedies.ts';
import type { Context } from '../src/usecases/context.ts';
import { type InstallOptions, install } from '../src/usecases/install/install.ts';
import { type SkippingClock, skippingClock } from './skipping-clock.ts';

/** A sandbox portal with the app installed, and several ways into it. */
export interface Portal {
  sandbox: SandboxCrm;
  /** The clock of every way into it. */
  clock: SkippingClock;
  /** As our app: its use cases' context, and the bare transport. */
  context: Context;
  app: Crm;
  /** As somebody who edits the record by hand. */
  outside: Crm;
  /** As an import of a file. */
  imported: Crm;
  /** As another app. */
  otherApp: Crm;
  createCompany: (properties?: Record<string, string>) => Promise<string>;
  /** The stored values of a company, read by the outside hand; unset ones are left out. */
  stored: (companyId: string) => Promise<Record<string, string>>;
  /** The values that a property has had, newest first. */
  valuesOf: (companyId: string, property: string) => Promise<string[]>;
  /** The calls that arrive while the work is done, as `METHOD path`. */
  callsDuring: (work: () => Promise<unknown>) => Promise<string[]>;
  close: () => Promise<void>;
}

export const APP_TOKEN = 'test-app-token';
const OUTSIDE_TOKEN = 'test-user-token';
const IMPORT_TOKEN = 'test-import-token';
const OTHER_TOKEN = 'test-other-token';

const EVERY_TYPE = PARTNER_TYPES.map(({ key }) => key);

interface PortalOptions {
  installed?: boolean;
  /** The partner types that the app is installed for; every one of them when left out. */
  types?: readonly PartnerType[];
  /** With the whole of an installation, so that the portal has a home for its own policy. */
  home?: boolean;
  /** The edition that is installed; `private` when left out. */
  edition?: Edition;
}

/** Starts a sandbox of its own for a test file. */
export async function openPortal(options: Partial<SandboxCrmOptions> & PortalOptions = {}): Promise<Portal> {
  const { installed = true, types = EVERY_TYPE, home = false, edition, ...sandboxOptions } = options;
  const clock = skippingClock();
  // what the transport sleeps passes for the account too, so that windows and lags of HubSpot end
  const now = options.now ?? (() => new Date(Date.now() + clock.now()));
  const sandbox = await startSandboxCrm({
    now,
    onHang: clock.onHang,
    tokens: [
      { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711' },
      { token: OUTSIDE_TOKEN, sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
      { token: IMPORT_TOKEN, sourceType: 'IMPORT', sourceId: 'partners.csv' },
      { token: OTHER_TOKEN, sourceType: 'INTEGRATION', sourceId: '99' },
    ],
    ...sandboxOptions,
    account: { timeZone: 'Etc/UTC', ...sandboxOptions.account },
  });
  const quick = { ...DEFAULT_TRANSPORT, ...clock };
  const app = openCrm({ baseUrl: sandbox.baseUrl, accessToken: APP_TOKEN }, quick);
  const outside = openCrm({ baseUrl: sandbox.baseUrl, accessToken: OUTSIDE_TOKEN }, quick);
  const imported = openCrm({ baseUrl: sandbox.baseUrl, accessToken: IMPORT_TOKEN }, quick);
  const otherApp = openCrm({ baseUrl: sandbox.baseUrl, accessToken: OTHER_TOKEN }, quick);
  const installation = keepInstallation(() => performance.now());
  const context: Context = {
    crm: app,
    ...SHIPPED,
    home: homeInCrm(app, installation),
    policy: keepPolicy(),
    settings: DEFAULT_SETTINGS,
    publishes: 'always',
    edition: 'private',
    remedies: PRIVATE_REMEDIES,
    person: null,
    jobs: null,
    installation,
    defaultType: 'technology',
    now,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
  };
  if (installed)
    await installOnce(sandbox, context, options, {
      types,
      extent: home ? 'portal' : 'properties',
      ...(edition && { edition }),
    });
  // as in an instance that is warm, so that tests count the calls of their own
  if (installed) await context.installation.names(app);
  return {
    sandbox,
    clock,
    context,
    app,
    outside,
    imported,
    otherApp,
    createCompany: (properties = {}) => createCompany(outside, properties),
    stored: (companyId) => storedProperties(outside, companyId),
    valuesOf: (companyId, property) => valuesOf(outside, companyId, property),
    callsDuring: async (work) => {
      const before = sandbox.journal.entries().length;
      await work();
      return sandbox.journal
        .entries()
        .slice(before)
        .map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
    },
    close: () => sandbox.close(),
  };
}

/** Portals as they stood once installed, of this test file, by their options: to restore one costs less than to install. */
const INSTALLED = new Map<string, { saved: SavedPortal; installation: Installation }>();

async function installOnce(
  { portal }: SandboxCrm,
  context: Context,
  options: object,
  wanted: InstallOptions,
): Promise<void> {
  const { installation } = context;
  // two functions may differ and read alike
  const isPlain = Object.values(options).every((option) => typeof option !== 'function');
  const key = JSON.stringify(options);
  const known = isPlain ? INSTALLED.get(key) : undefined;
  if (known !== undefined) {
    portal.restore(known.saved);
    installation.learn(known.installation);
    return;
  }
  await install(context, wanted);
  INSTALLED.set(key, { saved: portal.dump(), installation: await installation.read(context) });
}

const COMPANIES = '/crm/objects/2026-09/companies';

async function createCompany(crm: Crm, properties: Record<string, string>): Promise<string> {
  const body = { properties: { name: 'Brightdesk', ...properties }, associations: [] };
  return ((await crm.send({ method: 'POST', path: COMPANIES, body })) as { id: string }).id;
}

async function storedProperties(crm: Crm, companyId: string): Promise<Record<string, string>> {
  const definitions = (await crm.send({ method: 'GET', path: '/crm/properties/2026-09/companies' })) as {
    results: { name: string }[];
  };
  const names = definitions.results.map(({ name }) => name).filter((name) => name.startsWith('ipp_'));
  const query = { properties: names.join(',') };
  const company = (await crm.send({ method: 'GET', path: `${COMPANIES}/${companyId}`, query })) as {
    properties: Record<string, string | null>;
  };
  return Object.fromEntries(
    Object.entries(company.properties).filter(
      (entry): entry is [string, string] =>
        entry[0].startsWith('ipp_') && entry[1] !== null && entry[1] !== '',
    ),
  );
}

async function valuesOf(crm: Crm, companyId: string, property: string): Promise<string[]> {
  const { history } = await readCompany(crm, companyId, [property]);
  return (history[property] ?? []).map(({ value }) => value);
}

/** Writes properties past our app. */
export async function editOutside(
  portal: Portal,
  companyId: string,
  properties: Record<string, string>,
): Promise<void> {
  await portal.outside.send({ method: 'PATCH', path: `${COMPANIES}/${companyId}`, body: { properties } });
}

/** Deletes a company property in the portal's settings. */
export async function deleteProperty(portal: Portal, name: string): Promise<void> {
  await portal.outside.send({ method: 'DELETE', path: `/crm/properties/2026-09/companies/${name}` });
}

/** Puts a company into the recycling bin. */
export async function archiveCompany(portal: Portal, companyId: string): Promise<void> {
  await portal.outside.send({ method: 'DELETE', path: `${COMPANIES}/${companyId}` });
}

/** Merges two companies. @returns the id of the record that remains, another one than both */
export async function mergeCompanies({ outside }: Portal, primary: string, other: string): Promise<string> {
  const body = { primaryObjectId: primary, objectIdToMerge: other };
  return ((await outside.send({ method: 'POST', path: `${COMPANIES}/merge`, body })) as { id: string }).id;
}

/** Runs a test in a portal of its own and closes it, whatever happens. */
export async function withPortal(
  options: Parameters<typeof openPortal>[0],
  run: (portal: Portal) => Promise<void>,
): Promise<void> {
  const portal = await openPortal(options);
  try {
    await run(portal);
  } finally {
    await portal.close();
  }
}
