import { HOME_STAYS } from '../../../src/messages/install.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { planUninstall, uninstall } from '../../../src/usecases/install/uninstall.ts';
import { type Portal, openPortal, withPortal } from '../../portal.ts';
import { LABELS, LISTS, installedState, labelsOf, pipelinesOf, writesDuring } from './installed-state.ts';
import { createDeal, createPipeline } from '../deals/partner-deals.ts';
import { scoredCompany } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

test('everything goes but the properties of companies, whose values stay', async () => {
  await install(portal.context, WHOLE);
  const companyId = await scoredCompany(portal);
  const before = { state: await installedState(portal), stored: await portal.stored(companyId) };

  const { removed, stayed } = await uninstall(portal.context);

  expect(await installedState(portal)).toEqual({
    companies: before.state.companies,
    deals: [],
    pipelines: [['Sales Pipeline', expect.anything()]],
    labels: [],
    lists: [],
    objects: before.state.objects,
  });
  expect(await portal.stored(companyId)).toEqual(before.stored);
  expect(removed).toContain('list: Partner ICP: Deep');
  expect(stayed).toEqual([
    { name: 'object: Partner ICP entries', message: HOME_STAYS },
    { name: 'properties of companies', message: expect.stringMatching(/^\d+ .*--delete-values/) as unknown },
  ]);
});

test('with the values, the company properties are archived too, and an installation brings them back', async () => {
  await install(portal.context, WHOLE);
  const companyId = await scoredCompany(portal);
  const stored = await portal.stored(companyId);

  await uninstall(portal.context, { deleteValues: true });
  const gone = await portal.stored(companyId);
  await install(portal.context, WHOLE);

  expect(gone).toEqual({});
  expect(await portal.stored(companyId)).toEqual(stored);
});

test('a plan of it takes nothing away, and a repeat finds nothing to do', async () => {
  await install(portal.context, WHOLE);

  const planned = await writesDuring(portal, () => planUninstall(portal.context));
  await uninstall(portal.context);
  const repeated = await writesDuring(portal, async () => {
    expect((await uninstall(portal.context)).removed).toEqual([]);
  });

  expect({ planned, repeated }).toEqual({ planned: [], repeated: [] });
});

test('a pipeline with a deal in it stays', async () => {
  await install(portal.context, WHOLE);
  const pipeline = (await pipelinesOf(portal)).find(({ label }) => label === 'Partnerships');
  const stage = pipeline?.stages[0]?.id ?? '';
  await createDeal(portal, { id: pipeline?.id ?? '', stage }, await portal.createCompany());

  const { stayed } = await uninstall(portal.context);

  expect(stayed).toContainEqual({
    name: 'pipeline: Partnerships',
    message: 'The pipeline "Partnerships" stays: deals are in it.',
  });
  expect(await pipelinesOf(portal)).toHaveLength(2);
});

test('what was there before the installation stays: a pipeline, a label, a list, a property', async () => {
  await createPipeline(portal, 'Partnerships');
  await portal.outside.send({ method: 'POST', path: LABELS, body: { name: 'theirs', label: 'Champion' } });
  const list = { name: 'Partner ICP: Deep', objectTypeId: '0-2', processingType: 'MANUAL' };
  await portal.outside.send({ method: 'POST', path: LISTS, body: list });
  const property = { name: 'ipp_total', label: 'Theirs', type: 'number', fieldType: 'number' };
  for (const objectType of ['companies', 'deals'])
    await portal.outside.send({
      method: 'POST',
      path: `/crm/properties/2026-09/${objectType}`,
      body: { ...property, groupName: objectType === 'deals' ? 'dealinformation' : 'companyinformation' },
    });
  const before = await installedState(portal);
  await install(portal.context, WHOLE);
  await install(portal.context, WHOLE);

  const keepLog = () => Promise.resolve();
  const { stayed } = await uninstall(portal.context, { deleteValues: true, keepLog });

  expect(await installedState(portal)).toEqual(before);
  expect(stayed.map(({ name }) => name).sort()).toEqual([
    'deals: ipp_total',
    'ipp_total',
    'label: Champion',
    'list: Partner ICP: Deep',
    'pipeline: Partnerships',
  ]);
});

test('a pipeline that was chosen for partners stays', async () => {
  await createPipeline(portal, 'Alliances');
  await install(portal.context, { ...WHOLE, pipeline: 'Alliances' });

  await uninstall(portal.context);

  expect((await pipelinesOf(portal)).map(({ label }) => label)).toContain('Alliances');
});

test('a portal that was installed for properties alone keeps pipeline and labels, since nobody knows whose they are', async () => {
  await createPipeline(portal, 'Partnerships');
  await install(portal.context);

  const { removed } = await uninstall(portal.context);

  expect(removed).toEqual(['9 properties of deals', 'the record of the installation']);
  expect((await pipelinesOf(portal)).map(({ label }) => label)).toContain('Partnerships');
});

test.each(['refused', 'unlinks'] as const)(
  'a label that a contact carries stays under its present name, whether HubSpot would delete it (%s); the record waits for it',
  (labelInUseDelete) =>
    withPortal({ installed: false, switches: { labelInUseDelete } }, async (other) => {
      await install(other.context, WHOLE);
      const [champion] = await labelsOf(other);
      for (let index = 0; index < 3; index++) await other.createCompany();
      const { companyId, contactId } = await championOf(other, champion?.typeId ?? 0);
      await other.outside.send({
        ...{ method: 'PUT', path: LABELS },
        body: { associationTypeId: champion?.typeId, label: 'Ally' },
      });

      const { stayed } = await uninstall(other.context);
      const kept = (await labelsOf(other)).map(({ label }) => label);
      const path = `/crm/objects/2026-09/companies/${companyId}/associations/contacts/${contactId}`;
      await other.outside.send({ method: 'DELETE', path });
      const { removed } = await uninstall(other.context);

      expect(kept).toEqual(['Ally']);
      expect(stayed.map(({ name }) => name)).toEqual([
        'label: Ally',
        'object: Partner ICP entries',
        'properties of companies',
        'the record of the installation',
      ]);
      expect(removed).toEqual(['label: Ally', 'the record of the installation']);
    }),
);

test('a label in use goes when that was asked for, and one whose use cannot be seen stays', () =>
  withPortal({ installed: false, switches: { labelInUseDelete: 'unlinks' } }, async (other) => {
    await install(other.context, WHOLE);
    const labels = await labelsOf(other);
    await championOf(other, labels[2]?.typeId ?? 0);
    const answer = { status: 'error', message: 'A scope is missing.', category: 'MISSING_SCOPES' };
    other.sandbox.faults.add(
      { kind: 'status', status: 403, body: answer },
      { path: 'associations/2026-09/companies/contacts/batch/read', times: 1 },
    );

    const { stayed } = await uninstall(other.context);
    const { removed } = await uninstall(other.context, { deleteUsedLabels: true });

    const unseen = stayed.filter(({ message }) => /cannot be seen whether contacts carry it/.test(message));
    expect(unseen).toHaveLength(3);
    expect(removed.filter((name) => name.startsWith('label: '))).toHaveLength(3);
    expect(await labelsOf(other)).toEqual([]);
  }));

test('properties that HubSpot keeps because something uses them are named with its reason, and the rest goes', async () => {
  await install(portal.context, WHOLE);
  const message = 'Property "ipp_lane" cannot be deleted because it is used in 1 workflow.';
  const body = {
    status: 'error',
    message,
    subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
  };
  const inUse = (input: string) =>
    portal.sandbox.faults.add(
      { kind: 'status', status: 400, body: { ...body, category: 'VALIDATION_ERROR' } },
      { path: 'companies/batch/archive', input, times: 99 },
    );
  inUse('ipp_lane');
  inUse('ipp_scored_by');

  const { stayed, removed } = await uninstall(portal.context, { deleteValues: true });

  const kept = stayed.filter(({ name }) => name.startsWith('ipp_'));
  expect(kept.map(({ name }) => name).sort()).toEqual(['ipp_lane', 'ipp_scored_by']);
  expect(kept[0]?.message).toContain(message);
  expect(removed).toContain('9 properties of deals');
  expect(removed.some((name) => /^\d+ properties of companies$/.test(name))).toBe(true);
  expect((await installedState(portal)).companies.map(({ name }) => name)).toEqual([
    'ipp_lane',
    'ipp_scored_by',
  ]);
  expect(stayed.at(-1)?.name).toBe('the record of the installation');
});

async function championOf({ outside, createCompany }: Portal, associationTypeId: number) {
  const companyId = await createCompany();
  const types = [{ associationCategory: 'USER_DEFINED', associationTypeId }];
  const path = '/crm/objects/2026-09/contacts';
  const contact = { properties: { email: 'jo@brightdesk.example' }, associations: [] };
  const { id: contactId } = (await outside.send({ method: 'POST', path, body: contact })) as { id: string };
  const body = { inputs: [{ from: { id: companyId }, to: { id: contactId }, types }] };
  const batch = '/crm/associations/2026-09/companies/contacts/batch/create';
  await outside.send({ method: 'POST', path: batch, body });
  return { companyId, contactId };
}

test('a removal for lack of a scope is named, and nothing else is lost', () =>
  withPortal({ installed: false }, async (other) => {
    await install(other.context, WHOLE);
    const answer = { status: 'error', message: 'A scope is missing.', category: 'MISSING_SCOPES' };
    const fault = { kind: 'status', status: 403, body: answer } as const;
    other.sandbox.faults.add(fault, { method: 'DELETE', path: LISTS, times: 99 });

    const { stayed } = await uninstall(other.context);
    other.sandbox.faults.clear();

    expect(stayed.filter(({ name }) => name.startsWith('list: '))).toHaveLength(14);
    expect((await uninstall(other.context)).removed).toHaveLength(15);
  }));
