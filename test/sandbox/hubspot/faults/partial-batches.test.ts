import { NAMED_FAULTS } from '../../../../sandbox/hubspot/faults/named-faults.ts';
import { isJsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';

async function companies({ call }: OpenSandbox, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names)
    ids.push(String((await call('POST', COMPANIES, { properties: { name } })).body['id']));
  return ids;
}

async function nameOf({ call }: OpenSandbox, id: string | undefined): Promise<unknown> {
  const { body } = await call('GET', `${COMPANIES}/${id ?? ''}`);
  return isJsonObject(body['properties']) ? body['properties']['name'] : undefined;
}

test('one input of a batch update cannot be written: 207, and the others are', () =>
  withSandbox(async (sandbox) => {
    const [first = '', second = ''] = await companies(sandbox, 'Larch', 'Fir');
    sandbox.crm.faults.add(NAMED_FAULTS.inputReadOnly, { path: 'batch/update', input: second });

    const { status, body } = await sandbox.call('POST', `${COMPANIES}/batch/update`, {
      inputs: [first, second].map((id) => ({ id, properties: { name: 'Oak' } })),
    });

    expect({ status, body }).toMatchObject({
      status: 207,
      body: {
        results: [{ id: first }],
        numErrors: 1,
        errors: [
          {
            category: 'VALIDATION_ERROR',
            context: { ids: [second] },
            errors: [{ code: 'READ_ONLY_VALUE', context: { propertyName: ['name'] } }],
          },
        ],
      },
    });
    expect([await nameOf(sandbox, first), await nameOf(sandbox, second)]).toEqual(['Oak', 'Fir']);
  }));

test('a batch read that failed with a record which is there names it among the errors', () =>
  withSandbox(async (sandbox) => {
    const [first = '', second = ''] = await companies(sandbox, 'Larch', 'Fir');
    sandbox.crm.faults.add(NAMED_FAULTS.inputFailed, { path: 'batch/read', input: first });

    const read = () =>
      sandbox.call('POST', `${COMPANIES}/batch/read`, { inputs: [{ id: first }, { id: second }] });

    expect(await read()).toMatchObject({
      status: 207,
      body: {
        results: [{ id: second }],
        errors: [{ category: 'INTERNAL_ERROR', context: { ids: [first] } }],
      },
    });
    expect(await read()).toMatchObject({ status: 200, body: { results: [{ id: first }, { id: second }] } });
  }));

test('a batch whose only input fails has no results, and errors of its own are kept beside others', () =>
  withSandbox(async (sandbox) => {
    const [first = ''] = await companies(sandbox, 'Larch');
    const read = (...ids: string[]) =>
      sandbox.call('POST', `${COMPANIES}/batch/read`, { inputs: ids.map((id) => ({ id })) });
    const error = { message: 'No.', category: 'VALIDATION_ERROR' };

    sandbox.crm.faults.add({ kind: 'input-error', error });
    const alone = await read(first);
    sandbox.crm.faults.add({ kind: 'input-error', error });
    const beside = await read(first, '1');

    expect(alone).toMatchObject({ status: 207, body: { results: [], numErrors: 1, errors: [error] } });
    expect(beside.body).toMatchObject({ numErrors: 2, errors: [{ context: { ids: ['1'] } }, error] });
  }));

test('an update that is answered with 200 can do nothing', () =>
  withSandbox(async (sandbox) => {
    const [id = ''] = await companies(sandbox, 'Larch');
    const properties = { name: 'Oak' };
    sandbox.crm.faults.add(NAMED_FAULTS.ignoredWrite, { times: 2 });

    const single = await sandbox.call('PATCH', `${COMPANIES}/${id}`, { properties });
    const batch = await sandbox.call('POST', `${COMPANIES}/batch/update`, { inputs: [{ id, properties }] });

    expect(single).toMatchObject({ status: 200, body: { id, properties: { name: 'Larch' } } });
    expect(batch).toMatchObject({ status: 200, body: { results: [{ properties: { name: 'Larch' } }] } });
    expect(await nameOf(sandbox, id)).toBe('Larch');
  }));
