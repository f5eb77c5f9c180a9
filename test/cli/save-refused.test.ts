import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  const definition = { label: 'Tier', type: 'string', fieldType: 'text', groupName: 'companyinformation' };
  const path = '/crm/properties/2026-09/companies';
  await portal.outside.send({ method: 'POST', path, body: { name: 'partner_tier', ...definition } });
});
afterEach(() => {
  portal.sandbox.faults.clear();
  portal.sandbox.portal.setRules([]);
});
afterAll(() => portal.close());

const icp = (...args: string[]) =>
  runIcp([...args, '--by', 'ann@example.com'], {
    ...{ HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl },
  });

const isWrite = (call: string) => call.startsWith('PATCH');

test('a rule of the portal is told with the property and HubSpot’s reason, after one write', async () => {
  const company = await scoredCompany(portal);
  const when = { property: 'ipp_strategic_fit', isOneOf: ['5'] };
  portal.sandbox.portal.setRules([{ objectType: 'companies', property: 'partner_tier', when }]);

  const calls = await portal.callsDuring(async () => {
    const { exit, stdout, stderr } = await icp('save', company, '--set', 'strategic_fit=5');

    expect([exit, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /asks for a value in partner_tier\..* HubSpot says: partner_tier .*ipp_strategic_fit/,
    );
  });

  expect(calls.filter(isWrite)).toHaveLength(1);
  expect((await portal.stored(company))['ipp_strategic_fit']).toBe('4');
});

test.each([
  ['a rating', 'strategic_fit', '--set', '5', '2'],
  ['evidence', 'strategic_fit', '--evidence', 'seen', 'taken back'],
])('%s that a workflow sets back at once is said not to be saved', async (_, name, option, value, back) => {
  const company = await scoredCompany(portal);
  const field = option === '--evidence' ? `${name}_evidence` : name;
  const edit = {
    kind: 'edit',
    when: 'after',
    by: 'workflow',
    properties: { [`ipp_${field}`]: back },
  } as const;
  portal.sandbox.faults.add(edit, { method: 'PATCH' });

  const { exit, stdout } = await icp('save', company, option, `${name}=${value}`);

  expect(exit).toBe(2);
  expect(stdout).toMatch(new RegExp(`Not saved: ${field} .*${back}.* edited outside the app`));
  expect((await portal.stored(company))[`ipp_${field}`]).toBe(back);
});

test('a rule on the field itself is told beside what was saved', async () => {
  const company = await scoredCompany(portal);
  const when = { property: 'ipp_customer_overlap', isOneOf: ['4'] };
  portal.sandbox.portal.setRules([{ objectType: 'companies', property: 'ipp_strategic_fit', when }]);

  const { exit, stdout } = await icp(
    'save',
    company,
    '--set',
    'customer_overlap=4',
    '--set',
    'strategic_fit=-',
  );

  expect(exit).toBe(2);
  expect(stdout).toMatch(/! Not saved: strategic_fit\. A rule of this portal .*ipp_customer_overlap/);
  expect(await portal.stored(company)).toMatchObject({
    ipp_customer_overlap: '4',
    ipp_strategic_fit: '4',
  });
});

test.each(['', ' ', '\u200b\u2060', '\u3164'])(
  'a company whose name is %j has one in every answer',
  async (name) => {
    const company = await portal.createCompany({ name });
    const first = new RegExp(`^record ${company}\\b`);

    for (const args of [['load'], ['save', '--set', 'strategic_fit=4'], ['clear']])
      expect((await runCommand(args, company)).stdout).toMatch(first);
  },
);

function runCommand([command = '', ...options]: string[], company: string) {
  const access = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  const by = command === 'load' ? [] : ['--by', 'ann@example.com'];
  return runIcp([command, company, ...options, ...by], access);
}

test('evidence of 4,001 characters is held back alone, and the rating beside it is saved', async () => {
  const company = await scoredCompany(portal);
  const long = `customer_overlap=${'x'.repeat(4_001)}`;

  const { exit, stdout } = await icp('save', company, '--set', 'strategic_fit=5', '--evidence', long);

  expect(exit).toBe(2);
  expect(stdout).toMatch(/! Not saved: customer_overlap_evidence\. .*4,001/);
  expect(await portal.stored(company)).toMatchObject({ ipp_strategic_fit: '5' });
});
