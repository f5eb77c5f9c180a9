import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { bundleAssets, contentTypeOf, pageHtml } from './page-files.ts';
import { type Connection, serveConnection } from './connection.ts';
import { crmProxy, type CrmAccess } from './crm-proxy.ts';
import { functionCalls, type FunctionPayload } from './function-calls.ts';
import { type HubSpotFetch, fetchCalls } from './hubspot-fetch.ts';
import { onlyLoopback } from './only-loopback.ts';
import type { Automation } from '../pages/automation/automation.ts';
import { serveAutomation } from './serve-automation.ts';
import { sandboxAdmin } from './sandbox-admin.ts';
import {
  SIGNED_IN_HEADER,
  type Caller,
  type LegendEntry,
  type PlacedCard,
  type PropertyRoles,
  type TourStep,
  type WorkbenchOwner,
} from './settings.ts';
import { WorkbenchError } from './workbench-error.ts';

/** A built card. By default it is shown in a tab of companies. */
export interface CardBundle
  extends
    Pick<PlacedCard, 'id' | 'title'>,
    Partial<Pick<PlacedCard, 'location' | 'objectTypes' | 'displayMode'>> {
  /** The absolute path of HubSpot's build output. */
  file: string;
}

export interface WorkbenchOptions extends CrmAccess {
  /** In the order in which a place shows them. */
  cardBundles: CardBundle[];
  /** Without it there are no app functions. */
  callFunction?: (name: string, payload: FunctionPayload) => Promise<unknown>;
  /** Without it `hubspot.fetch` reaches nothing. */
  hubspotFetch?: HubSpotFetch;
  /** Of an app with OAuth. */
  connection?: Connection;
  /** People of the portal; the first is signed in at the start. */
  owners: WorkbenchOwner[];
  portal?: { id: number; timezone: string };
  /** Names for the list of calls. Any other source is an app without a name. */
  callers?: readonly Caller[];
  /** Without one, the page shows no automation. */
  automation?: Automation;
  /** The timeline reads only properties with a role. */
  propertyRoles?: PropertyRoles;
  legend?: readonly LegendEntry[];
  /** The demo portal: first steps in it, and how it is put back to its beginning. */
  demo?: { tour: readonly TourStep[]; reset: () => Promise<void> };
  /** Scripts and styles of the page by file name; bundled anew when left out. */
  assets?: ReadonlyMap<string, string>;
}

// Cards can show pictures of other sites. Nothing else is loaded from elsewhere.
const POLICY = "default-src 'self'; img-src 'self' data: https:; style-src 'self'; frame-ancestors 'none'";

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  response
    .status(status)
    .json({ error: { message: error instanceof Error ? error.message : String(error) } });
};

/** The page's own scripts and styles, and the cards as HubSpot's builder left them. */
function serveFiles(
  app: Express,
  assets: ReadonlyMap<string, string>,
  cardBundles: WorkbenchOptions['cardBundles'],
) {
  app.get('/assets/:file', (request, response) => {
    const text = assets.get(request.params.file);
    if (text === undefined) throw new WorkbenchError(404, `There is no asset ${request.params.file}.`);
    response.type(contentTypeOf(request.params.file)).send(text);
  });
  app.get('/cards/:id.js', (request, response) => {
    const card = cardBundles.find(({ id }) => id === request.params.id);
    if (!card) throw new WorkbenchError(404, `There is no card ${request.params.id}.`);
    response.sendFile(card.file, { dotfiles: 'allow' });
  });
}

/** What the page asks of automation, demo, sandbox, CRM and app functions. */
function serveCalls(app: Express, options: WorkbenchOptions) {
  const { owners, automation, demo, connection, hubspotFetch = noFetch } = options;
  const personOf = (request: Request) => {
    const owner = owners.find(({ id }) => id === request.get(SIGNED_IN_HEADER)) ?? owners[0];
    if (!owner) throw new WorkbenchError(401, 'The portal has no owner who could be signed in.');
    return owner;
  };
  const callerOf = (request: Request) => {
    const { id: ownerId, userId } = personOf(request);
    return { ownerId, userId };
  };
  if (automation) app.use('/automation-api', serveAutomation(automation));
  if (demo)
    app.post('/demo-api/reset', async (_request, response) => {
      await demo.reset();
      response.status(204).end();
    });
  app.use('/sandbox-api', sandboxAdmin(options.crmBaseUrl));
  app.use('/crm-api', ...crmProxy(options, (request) => callerOf(request).ownerId));
  app.post(
    '/functions/:name',
    express.json({ limit: '1mb' }),
    functionCalls(options, options.callFunction ?? noFunction, callerOf),
  );
  app.post('/hubspot-fetch', express.json({ limit: '2mb' }), fetchCalls(hubspotFetch, personOf));
  if (connection) app.use('/connection-api', serveConnection(connection));
}

function noFunction(name: string): Promise<never> {
  throw new WorkbenchError(404, `The app has no function ${name}.`);
}

const noFetch: HubSpotFetch = ({ url }) => {
  throw new WorkbenchError(404, `This workbench does not pass hubspot.fetch on (asked for ${url}).`);
};

function placedCard(bundle: CardBundle): PlacedCard {
  const { id, title, location = 'crm.record.tab', objectTypes = ['companies'] } = bundle;
  const { displayMode } = bundle;
  return { id, title, location, objectTypes, ...(displayMode && { displayMode }) };
}

/**
 * The page that stands in for HubSpot's CRM: company list, record page with the cards, properties and their history.
 *
 * @returns an app to listen with on 127.0.0.1
 * @example (await createWorkbench(options)).listen(4400, '127.0.0.1')
 */
export async function createWorkbench(options: WorkbenchOptions): Promise<Express> {
  const { owners, cardBundles, automation, callers = [], propertyRoles = {}, legend = [], demo } = options;
  const { installUrl, localOrigins = {} } = options.connection ?? {};
  const { portal = { id: 1, timezone: 'UTC' } } = options;
  const assets = options.assets ?? (await bundleAssets());
  const cards = cardBundles.map(placedCard);
  const html = pageHtml({
    ...{ owners, cards, callers, portal, propertyRoles, legend, localOrigins },
    ...(installUrl !== undefined && { installUrl }),
    tour: demo?.tour ?? [],
    hasAutomation: automation !== undefined,
  });

  const app = express();
  app.disable('x-powered-by');
  app.use(onlyLoopback);
  app.use((_request, response, next) => {
    response.set({ 'content-security-policy': POLICY, 'cache-control': 'no-store' });
    next();
  });
  app.get(
    [
      ...['/', '/companies', '/companies/:id', '/records/:type/:id', '/board', '/automation', '/settings'],
      ...['/calls', '/faults'],
    ],
    (_request, response) => void response.type('html').send(html),
  );
  // addresses that HubSpot has for the same pages
  app.get('/contacts/:portal/objects/0-2', (_request, response) => response.redirect('/companies'));
  app.get('/contacts/:portal/record/0-2/:id', ({ params }, response) =>
    response.redirect(`/companies/${params.id}`),
  );
  serveFiles(app, assets, cardBundles);
  serveCalls(app, options);
  app.use((request) => {
    throw new WorkbenchError(404, `The workbench has nothing at ${request.path}.`);
  });
  app.use(answerError);
  return app;
}
