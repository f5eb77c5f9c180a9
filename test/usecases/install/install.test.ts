import { companyProperties, dealProperties } from '../../../src/crm/properties.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { type Portal, deleteProperty, editOutside, openPortal, withPortal } from '../../portal.ts';

const PROPERTIES = '/crm/properties/2026-09/companies';
const companyNames = companyProperties([technology]).map(({ name }) => name);
const dealNames = dealProperties([technology]).map(({ name }) => `deals: ${name}`);
const RECORD = 'ipp_installation_record';
const names = [RECORD, ...companyNames, ...dealNames];

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

function definition(name: string): Promise<unknown> {
  return portal.outside.send({ method: 'GET', path: `${PROPERTIES}/${name}` });
}

function createOutside(name: string, shape: object): Promise<unknown> {
  const body = { name, label: `Theirs: ${name}`, groupName: 'companyinformation', ...shape };
  return portal.outside.send({ method: 'POST', path: PROPERTIES, body });
}

test('an empty portal gets the group and every property', async () => {
  expect(await install(portal.context)).toEqual({
    types: ['technology'],
    created: names,
    cameBack: [],
    repaired: [],
    unchanged: [],
    clashes: [],
    skipped: [],
  });

  for (const name of companyNames) expect(await definition(name)).toMatchObject({ groupName: 'partner_icp' });
});

test('a repeat reads companies, deals, the limit and the account once and writes nothing', async () => {
  await install(portal.context);

  const calls = await portal.callsDuring(async () => {
    expect(await install(portal.context)).toMatchObject({ created: [], repaired: [], unchanged: names });
  });

  expect(calls).toEqual([
    `GET ${PROPERTIES}`,
    'GET /crm/properties/2026-09/deals',
    'GET /crm/limits/2026-09/custom-properties',
    `GET ${PROPERTIES}`,
    'GET /account-info/2026-09/details',
  ]);
});

test('options that were lost are added again, and those that somebody added stay', async () => {
  await install(portal.context);
  const options = [
    { value: 'deep', label: 'Renamed by us' },
    { value: 'someday', label: 'Someday' },
  ];
  await portal.outside.send({ method: 'PATCH', path: `${PROPERTIES}/ipp_lane`, body: { options } });

  const { repaired, unchanged } = await install(portal.context);

  expect(repaired).toEqual(['ipp_lane']);
  expect(unchanged).toHaveLength(names.length - 1);
  expect(await definition('ipp_lane')).toMatchObject({
    options: [
      { value: 'deep', label: 'Renamed by us' },
      { value: 'someday' },
      { value: 'fast' },
      { value: 'pass' },
      { value: 'undecided' },
    ],
  });
});

test('a property of another type is named as a clash, stays as it is, and the rest is installed', async () => {
  await createOutside('ipp_total', { type: 'string', fieldType: 'text' });

  const { clashes, created } = await install(portal.context);

  expect(clashes).toEqual([
    { name: 'ipp_total', message: expect.stringMatching(/^ipp_total .* must be number/) as unknown },
  ]);
  expect(created).toHaveLength(names.length - 1);
  expect(await definition('ipp_total')).toMatchObject({ type: 'string', label: 'Theirs: ipp_total' });
});

test('a list to choose one from clashes with a list to choose many from', async () => {
  const options = [{ value: 'deep', label: 'Deep' }];
  await createOutside('ipp_lane', { type: 'enumeration', fieldType: 'checkbox', options });

  expect((await install(portal.context)).clashes).toMatchObject([{ name: 'ipp_lane' }]);
});

test('an option that somebody recreated under our label is a clash that is named', async () => {
  await install(portal.context);
  const options = [{ value: 'deep_build', label: 'Deep' }];
  await portal.outside.send({ method: 'PATCH', path: `${PROPERTIES}/ipp_lane`, body: { options } });

  const { clashes, unchanged } = await install(portal.context);

  expect(clashes).toMatchObject([
    {
      name: 'ipp_lane',
      message: expect.stringMatching(/ipp_lane has an option "Deep" that is not ours/) as unknown,
    },
  ]);
  expect(unchanged).toHaveLength(names.length - 1);
});

test('a deleted property is restored, and the values that it had are there again', async () => {
  await install(portal.context);
  const companyId = await portal.createCompany();
  await editOutside(portal, companyId, { ipp_strategic_fit: '4' });
  await deleteProperty(portal, 'ipp_strategic_fit');

  expect(await install(portal.context)).toMatchObject({ created: ['ipp_strategic_fit'], clashes: [] });

  expect(await portal.stored(companyId)).toEqual({ ipp_strategic_fit: '4' });
});

test('a missing scope ends it with the name of the scope', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.missingScope);

  await expect(install(portal.context)).rejects.toMatchObject({
    code: 'missing-scope',
    message: expect.stringContaining('crm.objects.companies.write') as unknown,
  });
});

test.each([207, 200] as const)(
  'a property that the CRM did not create is not said to be created (partial success as %d)',
  async (datedPartialStatus) =>
    withPortal({ installed: false, switches: { datedPartialStatus } }, async (other) => {
      const theirs = { name: 'ipp_lane', label: 'Theirs', type: 'number', fieldType: 'number' };
      const crm: Crm = {
        async send(request) {
          if (request.path.endsWith('/batch/create'))
            await other.outside.send({
              method: 'POST',
              path: PROPERTIES,
              body: { ...theirs, groupName: 'partner_icp' },
            });
          return other.app.send(request);
        },
      };

      await expect(install({ ...other.context, crm })).rejects.toMatchObject({
        message: expect.stringMatching(/ipp_lane.*install again/i) as unknown,
      });
    }),
);

test.each<[string, Fault]>([
  ['after it happened', { kind: 'reset', write: 'after' }],
  ['before it happened', { kind: 'reset', write: 'before' }],
])('a create whose answer was lost %s is looked at, and finished in the same run', async (_, fault) => {
  portal.sandbox.faults.add(fault, { path: 'batch/create' });

  expect(await install(portal.context)).toMatchObject({ created: names, clashes: [] });

  for (const name of companyNames) expect(await definition(name)).toMatchObject({ name });
});

test('an installation that broke off is finished by the next one', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path: 'deals/batch/create', times: 9 });
  await expect(install(portal.context)).rejects.toMatchObject({ code: 'unknown-outcome' });
  portal.sandbox.faults.clear();

  expect(await install(portal.context)).toMatchObject({
    created: dealNames,
    unchanged: [RECORD, ...companyNames],
  });
});
