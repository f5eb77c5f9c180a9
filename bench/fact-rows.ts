import type { Browser } from 'playwright-core';

import { openContext } from '../src/usecases/context.ts';
import { countFact, gatherFacts } from '../src/usecases/facts/gather-facts.ts';
import { install } from '../src/usecases/install/install.ts';
import { publishSettings } from '../src/usecases/policy/settings.ts';
import { loadScorecard } from '../src/usecases/scorecard/load.ts';
import { DEFAULT_SETTINGS } from '../src/icp/settings.ts';
import { launchBrowser } from '../test/browser/launch.ts';
import { APP_TOKEN, type BuiltApp, createCompanies, createRecords, serveApp } from './bench-app.ts';
import { scoreCompany } from './crm-call-rows.ts';
import { startFunction } from './function-rows.ts';
import { msOf, percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';

const PARTNER = 'Ledgerlane';
const CUSTOMERS = 300;
const DEALS = 5_000;
const OPENINGS = 9;
/** How long each call to the CRM takes longer than here, in milliseconds. */
const CALL_MS = 100;

const TOOLS = 'bench_tools';
const ASKED_FOR = 'bench_asked_for';
const SCORED = '430 of 500';
const COUNTED = 'customers use both';

/** Facts from the CRM: until they are on screen, how many calls they take, and a count of many deals. */
export async function factRows(app: BuiltApp): Promise<Row[]> {
  const companyId = await scoreCompany(app, PARTNER);
  await furnish(app);
  const calls = await callsOfGathering(app, companyId);
  const executor = await startFunction(app);
  const workbench = await serveApp(app, executor);
  const browser = await launchBrowser();
  const { faults } = app.crm;
  try {
    const record = `${workbench.address}/companies/${companyId}`;
    const slow = () => faults.add({ kind: 'delay', ms: CALL_MS }, { times: Infinity });
    slow();
    const whole = await openings(browser, record);
    faults.clear();
    faults.add(
      { kind: 'status', status: 500, body: { status: 'error', message: 'Something failed inside.' } },
      { path: '/deals/search', times: Infinity },
    );
    slow();
    const inPart = await openings(browser, record);
    faults.clear();
    slow();
    const counting = await msOf(() => countFact(connect(app), { companyId, fact: 'companies-asking' }));
    return [
      ...calls,
      ...timeRows(`at ${CALL_MS} ms a call`, whole),
      ...timeRows(`at ${CALL_MS} ms a call, deals failing`, inPart),
      atMostRow(`count of ${DEALS} deals at ${CALL_MS} ms a call`, counting, 'ms', 13_000),
    ];
  } finally {
    faults.clear();
    await browser.close();
    workbench.close();
    await executor.close();
  }
}

interface Opening {
  scorecard: number;
  facts: number;
}

function timeRows(when: string, times: readonly Opening[]): Row[] {
  return ([0.5, 0.95] as const).flatMap((share) => [
    atMostRow(
      `card visible ${when}, p${share * 100}`,
      percentile(
        times.map(({ scorecard }) => scorecard),
        share,
      ),
      'ms',
      1_000,
    ),
    atMostRow(
      `facts visible ${when}, p${share * 100}`,
      percentile(
        times.map(({ facts }) => facts),
        share,
      ),
      'ms',
      2_000,
    ),
  ]);
}

/** The first opening warms browser and function up. */
async function openings(browser: Browser, record: string): Promise<Opening[]> {
  const times: Opening[] = [];
  for (let opening = 0; opening <= OPENINGS; opening++) times.push(await open(browser, record));
  return times.slice(1);
}

/** Milliseconds, by the page's clock, until the frames that show the total and the first fact. With an empty browser cache. */
async function open(browser: Browser, record: string): Promise<Opening> {
  const context = await browser.newContext();
  try {
    await context.addInitScript(
      (texts) => {
        for (const text of texts)
          new MutationObserver((_, observer) => {
            if (!document.body.textContent.includes(text)) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => performance.mark(text)));
          }).observe(document, { childList: true, subtree: true, characterData: true });
      },
      [SCORED, COUNTED],
    );
    const page = await context.newPage();
    await page.goto(record);
    await page.waitForFunction((text) => performance.getEntriesByName(text).length > 0, COUNTED);
    const [scorecard = NaN, facts = NaN] = await page.evaluate(
      (texts) => texts.map((text) => performance.getEntriesByName(text)[0]?.startTime),
      [SCORED, COUNTED],
    );
    return { scorecard, facts };
  } finally {
    await context.close();
  }
}

/** An app that has just started. */
function connect({ crm }: BuiltApp) {
  return openContext(() => ({ accessToken: APP_TOKEN, baseUrl: crm.baseUrl }));
}

async function callsOfGathering(app: BuiltApp, companyId: string): Promise<Row[]> {
  const context = connect(app);
  const callsAfterLoad = async () => {
    await loadScorecard(context, { companyId });
    app.crm.journal.clear();
    await gatherFacts(context, { companyId });
    return app.crm.journal.entries().length;
  };
  const first = await callsAfterLoad();
  return [
    atMostRow('facts, gathered after a load', await callsAfterLoad(), 'CRM calls', 6),
    atMostRow('facts, gathered after the first load of a process', first, 'CRM calls', 8),
  ];
}

/** Customers that use both, and deals that ask. */
async function furnish(app: BuiltApp): Promise<void> {
  const { context } = app;
  await install(context, { extent: 'portal' });
  for (const [objectType, name, label, group] of [
    ['companies', TOOLS, 'Tools in use', 'companyinformation'],
    ['deals', ASKED_FOR, 'Asked for', 'dealinformation'],
  ] as const)
    await context.crm.send({
      ...{ method: 'POST', path: `/crm/properties/2026-09/${objectType}` },
      body: { name, label, groupName: group, type: 'string', fieldType: 'textarea' },
    });
  await createCompanies(
    app,
    Array.from({ length: CUSTOMERS }, (_, index) => ({
      ...{ name: `Customer ${index}`, lifecyclestage: 'customer' },
      [TOOLS]: index % 8 === 0 ? `Slack, ${PARTNER}` : 'Slack',
    })),
  );
  await createRecords(
    app,
    'deals',
    Array.from({ length: DEALS }, (_, index) => ({
      ...{ dealname: `Deal ${index}`, dealstage: 'qualifiedtobuy', amount: '100' },
      [ASKED_FOR]: PARTNER,
    })),
  );
  const { policy } = await context.policy.read(context.home);
  const sharedCustomers = { by: 'property', property: TOOLS, lifecycleStages: ['customer'] } as const;
  await publishSettings(
    { ...context, publishes: 'always' },
    {
      settings: {
        ...DEFAULT_SETTINGS,
        factSources: { sharedCustomers, companiesAsking: { property: ASKED_FOR } },
      },
      ...{ reason: 'Bench', by: 'bench@example.com', policy: policy.version },
    },
  );
}
