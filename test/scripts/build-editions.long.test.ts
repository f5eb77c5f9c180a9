import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildEdition, type Edition } from '../../sandbox/build/build-edition.ts';
import { EDITIONS, type Edition as EditionName } from '../../src/crm/installation-record.ts';
import { companyProperties } from '../../src/crm/properties.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { bundleSizes } from '../../sandbox/build/bundle.ts';
import { planEdition } from '../../sandbox/build/plan-edition.ts';
import { ACTION_DEFINITIONS } from '../../src/usecases/actions/definitions.ts';
import { type ParsedProject, parseProject } from './parse-project.ts';
import { runChild } from './run-child.ts';
import { ROOT, type SourceProject, sourceProject } from './source-project.ts';

const SERVER = 'https://partner-icp-sandbox.example.com';
const CARDS = [
  'app/cards/scorecard-card-hsmeta.json',
  'app/cards/summary-card-preview-hsmeta.json',
  'app/cards/summary-card-sidebar-hsmeta.json',
];
const TRIAGE = 'app/actions/list-triage-hsmeta.json';
const SETTINGS = 'app/settings/settings-hsmeta.json';
const ACTIONS = ACTION_DEFINITIONS.map(({ name }) => `app/workflow-actions/${name}-oauth-hsmeta.json`);
const WEBHOOKS = 'app/webhooks/webhooks-oauth-hsmeta.json';

let project: SourceProject;
let built: Record<EditionName, Edition>;
/** What HubSpot's parser makes of each. */
let parsed: Record<EditionName, ParsedProject>;
/** Where HubSpot's builder puts the worker scripts of extensions, an edition a folder. */
let remote: string;

const build = async (name: EditionName, to = join(project.output, name)) =>
  buildEdition(await planEdition(project.source, name, 'sandbox'), to);
const read = (name: EditionName, ...path: string[]) =>
  readFile(join(built[name].projectFolder, 'src', 'app', ...path), 'utf8');

beforeAll(async () => {
  project = await sourceProject();
  built = { private: await build('private'), oauth: await build('oauth') };
  const parse = (name: EditionName) => parseProject(built[name].projectFolder, 'sandbox');
  parsed = { private: await parse('private'), oauth: await parse('oauth') };
  remote = join(project.source, 'remote');
});

afterAll(() => project.remove());

test.each<[EditionName, string[]]>([
  [
    'private',
    [TRIAGE, ...CARDS, 'app/functions/package.json', 'app/functions/partner-icp-hsmeta.json', SETTINGS],
  ],
  ['oauth', [TRIAGE, ...CARDS, SETTINGS, ...ACTIONS, WEBHOOKS]],
])('HubSpot’s parser accepts the %s edition, and skips nothing', (name, parts) => {
  const { components, skipped, refusal } = parsed[name];

  expect({ skipped, refusal }).toEqual({ skipped: [], refusal: null });
  const found = components.map(({ metaFilePath }) => metaFilePath);
  expect(found.sort()).toEqual(['app/app-hsmeta.json', ...parts].sort());
});

test('HubSpot fills in the variables of the profile: the server is where people come back to and what cards may call', () => {
  const { components } = parsed.oauth;

  const app = components.find(({ componentType }) => componentType === 'APPLICATION');
  expect(app?.config).toMatchObject({
    distribution: 'marketplace',
    auth: { type: 'oauth', redirectUrls: [`${SERVER}/oauth/callback`] },
    permittedUrls: { fetch: [SERVER] },
    support: { supportEmail: 'support@example.com' },
  });
});

test('workflows and agents call the actions at the server, each at an address of its own', () => {
  const { components } = parsed.oauth;

  const actions = components.filter(({ componentType }) => componentType === 'WORKFLOW_ACTION');
  expect(actions.map(({ config }) => config['actionUrl']).sort()).toEqual(
    ACTION_DEFINITIONS.map(({ name }) => `${SERVER}/api/workflow-actions/${name}`).sort(),
  );
});

test('HubSpot tells the server what changes, of every property that the app makes once', () => {
  const { components } = parsed.oauth;

  const [webhooks, ...more] = components.filter(({ componentType }) => componentType === 'WEBHOOKS');
  const { settings, subscriptions } = webhooks?.config as {
    settings: object;
    subscriptions: { crmObjects: { subscriptionType: string; objectType: string; propertyName?: string }[] };
  };
  const properties = subscriptions.crmObjects.flatMap(({ objectType, propertyName }) =>
    objectType === 'company' && propertyName !== undefined ? [propertyName] : [],
  );
  expect(more).toEqual([]);
  expect(settings).toEqual({ targetUrl: `${SERVER}/webhooks`, maxConcurrentRequests: 10 });
  expect(properties).toEqual(companyProperties(SHIPPED_PROFILES).map(({ name }) => name));
});

test('the private edition has static auth, which knows required scopes only, and may call nobody', () => {
  const { components } = parsed.private;

  const app = components.find(({ componentType }) => componentType === 'APPLICATION');
  expect(app?.config).toMatchObject({ distribution: 'private', permittedUrls: { fetch: [] } });
  expect(Object.keys(app?.config['auth'] ?? {}).sort()).toEqual(['requiredScopes', 'type']);
});

test('the private edition asks for custom objects too, else for the same scopes, and each is a project of its own', async () => {
  const manifests = await Promise.all(
    EDITIONS.map(async (name) => JSON.parse(await read(name, 'app-hsmeta.json')) as Manifest),
  );
  const projects = await Promise.all(
    EDITIONS.map((name) => readFile(join(built[name].projectFolder, 'hsproject.json'), 'utf8')),
  );

  const [own, others] = manifests.map(({ config }) => config.auth.requiredScopes);
  expect(own?.filter((scope) => !scope.includes('.custom.'))).toEqual(others);
  expect(own).toContain('crm.objects.custom.write');
  expect(projects.map((text) => JSON.parse(text) as object)).toEqual([
    { name: 'partner-icp-private', srcDir: 'src', platformVersion: '2026.09' },
    { name: 'partner-icp-oauth', srcDir: 'src', platformVersion: '2026.09' },
  ]);
});

/** HubSpot's parser adds it for the package.json beside functions. */
const OF_HUBSPOT = 'hubspot-serverless-package-uid';

test('no component has one uid in both editions, since a local session of one would show its card inside the other', () => {
  const uids = EDITIONS.map((name) => parsed[name].components);

  const [inPrivate = [], inOAuth = []] = uids.map((components) =>
    components
      .map(({ uid }) => uid)
      .filter((uid) => uid !== OF_HUBSPOT)
      .sort(),
  );
  expect(inPrivate).toEqual([
    ...['list-triage', 'partner-icp', 'partner-icp-app', 'partner-icp-settings', 'scorecard-card'],
    ...['summary-card-preview', 'summary-card-sidebar'],
  ]);
  expect(inOAuth.filter((uid) => inPrivate.includes(uid))).toEqual([]);
  expect(new Set(inOAuth).size).toBe(6 + ACTIONS.length + 1);
});

test('HubSpot’s own scope stands first, as in its templates of apps', async () => {
  for (const name of EDITIONS) {
    const { config } = JSON.parse(await read(name, 'app-hsmeta.json')) as Manifest;
    expect(config.auth.requiredScopes[0]).toBe('oauth');
  }
});

interface Manifest {
  config: { auth: { requiredScopes: string[] } };
}

test.each([
  [
    'a location that HubSpot does not have',
    'cards/scorecard-card-hsmeta.json',
    'crm.record.tab',
    'crm.tab',
    /location/,
  ],
  ['static auth in the marketplace', 'app-hsmeta.json', '"type": "oauth"', '"type": "static"', /auth/],
  [
    'a server without https',
    '../hsprofile.sandbox.json',
    'https://partner',
    'http://partner',
    /redirectUrls/,
  ],
  ['an unknown variable', 'app-hsmeta.json', '{SERVER_URL}/o', '{SERVER}/o', /Missing value for SERVER /],
  [
    'an action of an object that HubSpot does not have',
    'workflow-actions/judge-partner-oauth-hsmeta.json',
    '"COMPANY"',
    '"COMPANIES"',
    /objectTypes/,
  ],
  [
    'one uid twice',
    'cards/summary-card-preview-hsmeta.json',
    'summary-card-preview',
    'scorecard-card',
    /scorecard-card/,
  ],
])('HubSpot’s parser refuses %s', async (_, file, was, is, reason) => {
  const broken = join(project.source, 'broken');
  await cp(built.oauth.projectFolder, broken, { recursive: true });
  const path = join(broken, 'src', 'app', file);
  await writeFile(path, (await readFile(path, 'utf8')).replace(was, is));

  const { refusal } = await parseProject(broken, 'sandbox');

  expect(refusal).toMatch(reason);
  await rm(broken, { recursive: true });
});

const BUILD = `
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
const [output, ...cards] = process.argv.slice(1);
for (const card of cards) {
  const [root, entryPoint] = [card.slice(0, card.lastIndexOf('/')), card.slice(card.lastIndexOf('/') + 1)];
  await remoteBuild({ root, entryPoint, outputDir: output + '/' + entryPoint, logLevel: 'error' });
}
console.log('true');
`;

const remotely = new Map<EditionName, Promise<unknown>>();

/** Lets HubSpot's builder build every extension of an edition, once. */
async function buildRemotely(name: EditionName): Promise<void> {
  const building = remotely.get(name) ?? runChild(BUILD, join(remote, name), ...built[name].extensions);
  remotely.set(name, building);
  await building;
}

test.each(EDITIONS)(
  'HubSpot’s builder makes a worker script of every extension of the %s edition',
  async (name) => {
    const output = join(remote, name);

    await buildRemotely(name);

    const cards = ['ListTriage', 'ScorecardCard', 'Settings', 'SummaryCardPreview', 'SummaryCardSidebar'];
    expect((await readdir(output, { recursive: true })).filter((path) => path.includes('/')).sort()).toEqual(
      cards.flatMap((card) => [`${card}.js/${card}-manifest.json`, `${card}.js/${card}.js`]),
    );
  },
);

test('a card of one edition holds nothing of the door of the other', async () => {
  const cards = await Promise.all(EDITIONS.map((name) => read(name, 'cards', 'ScorecardCard.js')));

  const [privately = '', byOAuth = ''] = cards;
  expect(privately).toContain('hubspot.serverless');
  expect(privately).not.toMatch(/hubspot\.fetch|example\.com|server of this app/);
  expect(byOAuth).toContain(`"${SERVER}"`);
  expect(byOAuth).not.toMatch(/serverless|partner-icp"|function of this app/);
});

test('the summary card is small, asks nobody, and HubSpot’s builder finds the properties that it reads', async () => {
  const files = built.oauth.extensions.filter((file) => basename(file).startsWith('SummaryCard'));
  await buildRemotely('oauth');

  for (const { file, gzipBytes } of await bundleSizes(files)) {
    const name = basename(file, '.js');
    const manifest = await readFile(join(remote, 'oauth', `${name}.js`, `${name}-manifest.json`), 'utf8');
    expect(gzipBytes).toBeLessThan(4_300);
    expect(await readFile(file, 'utf8')).not.toMatch(/hubspot\.(serverless|fetch)/);
    expect(manifest).toContain('"ipp_lane_reason"');
  }
  expect(files).toHaveLength(2);
});

test('the extensions of the project have the same package.json, since the cards share one folder', async () => {
  const packages = await Promise.all(
    ['scorecard-card', 'summary-card', 'settings', 'list-triage'].map((name) =>
      readFile(join(ROOT, 'extensions', name, 'package.json'), 'utf8'),
    ),
  );

  expect(new Set(packages).size).toBe(1);
});

test('the tabs of a record are told from the other extensions', () => {
  const names = built.private.extensions.map((file) => basename(file));

  expect(names).toEqual([
    'ListTriage.js',
    'ScorecardCard.js',
    'Settings.js',
    'SummaryCardSidebar.js',
    'SummaryCardPreview.js',
  ]);
  expect(built.private.cards.map((file) => basename(file))).toEqual(['ScorecardCard.js']);
});

test('a project holds the one profile that it was built for', async () => {
  const sources = await readdir(join(built.oauth.projectFolder, 'src'));

  expect(sources.sort()).toEqual(['app', 'hsprofile.sandbox.json']);
});

test('a sandbox portal and production differ only in the profile', async () => {
  const plan = await planEdition(project.source, 'oauth', 'production');
  const production = await buildEdition(plan, join(project.source, 'production'));

  const differing: string[] = [];
  for (const path of await readdir(production.projectFolder, { recursive: true })) {
    const texts = await Promise.all(
      [production, built.oauth].map(({ projectFolder }) =>
        readFile(join(projectFolder, path), 'utf8').catch(() => null),
      ),
    );
    const [one, other] = texts.map((text) => text?.replaceAll('-sandbox.example', '.example'));
    if (one !== other) differing.push(path);
  }

  expect(differing).toEqual([join('src', 'hsprofile.production.json')]);
});
