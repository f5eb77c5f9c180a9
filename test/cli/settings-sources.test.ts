import fc from 'fast-check';

import { typedSetting, withSetting } from '../../src/cli/typed-settings.ts';
import { DEFAULT_SETTINGS, type FactSources } from '../../src/icp/settings.ts';
import { publishSettings } from '../../src/usecases/policy/settings.ts';
import { saveScorecard } from '../../src/usecases/scorecard/save.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { BY_PROPERTIES, TOOLS, addSourceProperties } from '../usecases/facts/fact-portal.ts';
import { firstTime, jane } from '../usecases/scorecard/scoring.ts';
import { workflowTool } from '../worked-example.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal({ home: true })));
afterEach(() => portal.close());

const icp = (...args: string[]) =>
  runIcp(['settings', ...args], {
    HUBSPOT_ACCESS_TOKEN: APP_TOKEN,
    HUBSPOT_BASE_URL: portal.sandbox.baseUrl,
  });

test('what facts could be counted by is listed, with what fits as it is typed', async () => {
  await addSourceProperties(portal);

  const { exit, stdout } = await icp('sources');

  expect(exit).toBe(0);
  expect(stdout).toMatch(/tools_in_use\s+Tools in use/);
  expect(stdout).toContain('Association labels between companies: none');
  expect(stdout).toContain('"factSources.sharedCustomers=property:tools_in_use:customer"');
  expect(stdout).toContain('"factSources.companiesAsking=property:asked_for"');
});

test('typed sources are tried on scored partners, with figures and first names', async () => {
  await addSourceProperties(portal);
  const companyId = await portal.createCompany({ name: 'Ledgerlane' });
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  await portal.createCompany({ name: 'One', [TOOLS]: 'ledgerlane' });

  const { exit, stdout } = await icp('sources', '--test', `factSources.sharedCustomers=property:${TOOLS}`);

  expect(exit).toBe(0);
  expect(stdout).toMatch(
    /^Ledgerlane\n {2}1 customer uses both \(property Tools in use, .*\n {4}first: One\n$/,
  );
});

test('without typed ones the sources in force are tried, and a portal without a score is told what to do', async () => {
  await publishSettings(portal.context, {
    settings: { ...DEFAULT_SETTINGS, factSources: BY_PROPERTIES },
    ...{ reason: 'Where we keep it', by: 'ann@example.com', policy: 0 },
  });

  expect((await icp('sources', '--test')).stdout).toMatch(/^No partner is scored yet/);
  expect((await icp('show')).stdout).toContain(
    'Shared customers are counted by the company property tools_in_use of companies in customer.',
  );
});

test.each([
  [['sources', 'factSources.companiesAsking=hand'], /tried with --test/],
  [['sources', '--test', 'slots=3'], /"slots=3" is no source/],
  [['sources', '--test', 'factSources.companiesAsking=property:Asked'], /internal name/],
])('%j is refused', async (args, message) => {
  const { exit, stderr } = await icp(...args);

  expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringMatching(message) as unknown });
});

test('a source is read back as it is typed, whatever colons its name has', () => {
  const word = fc.stringMatching(/^[\w{}&]([\w{}&: ]{0,20}[\w{}&])?$/);
  const stages = fc.array(fc.stringMatching(/^\w{1,8}$/), { maxLength: 3 });
  const source = fc.oneof(
    fc.record({
      by: fc.constant('property' as const),
      property: fc.stringMatching(/^[a-z]\w{0,8}$/),
      lifecycleStages: stages,
    }),
    fc.record({ by: fc.constant('label' as const), label: word, lifecycleStages: stages }),
    fc.record({ by: fc.constant('lists' as const), name: word }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(source, (sharedCustomers: FactSources['sharedCustomers']) => {
      const settings = { ...DEFAULT_SETTINGS, factSources: { sharedCustomers, companiesAsking: null } };
      const key = 'factSources.sharedCustomers';

      expect(withSetting(DEFAULT_SETTINGS, `${key}=${typedSetting(settings, key)}`)).toEqual(settings);
    }),
  );
});

test('what becomes of edited verdicts is set as it is typed', () => {
  const asks = withSetting(DEFAULT_SETTINGS, 'editedVerdicts=ask');

  expect(asks).toEqual({ ...DEFAULT_SETTINGS, editedVerdicts: 'ask' });
  expect(typedSetting(asks, 'editedVerdicts')).toBe('ask');
  expect(() => withSetting(DEFAULT_SETTINGS, 'editedVerdicts=yes')).toThrow(/Give repair or ask/);
});
