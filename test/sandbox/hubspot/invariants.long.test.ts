import fc from 'fast-check';
import { type OpenSandbox, withSandbox } from './open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const SOURCES = ['city', 'country', 'type'] as const;
const runs = { numRuns: 25 };

const write = fc.record({
  city: fc.constantFrom('', 'Graz', 'Linz', 'Enns'),
  country: fc.string({ maxLength: 6 }),
  type: fc.constantFrom('', 'PARTNER', 'VENDOR'),
});

interface Company {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
}

async function resultsOf(
  answer: Promise<{ body: Readonly<Record<string, unknown>> }>,
): Promise<readonly Company[]> {
  const results: unknown = (await answer).body['results'];
  if (!Array.isArray(results)) throw new Error('The answer has no results.');
  return results.map((company: Company) => company);
}

async function createAll({ call }: OpenSandbox, companies: readonly object[]): Promise<readonly Company[]> {
  const inputs = companies.map((properties) => ({ properties }));
  return resultsOf(call('POST', `${COMPANIES}/batch/create`, { inputs }));
}

test('what was written last is read, and the history is the list of changes', () =>
  withSandbox(async ({ call }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
        const { body } = await call('POST', COMPANIES, { properties: writes[0] });
        const path = `${COMPANIES}/${String(body['id'])}`;
        for (const properties of writes.slice(1)) await call('PATCH', path, { properties });

        const query = `?properties=${SOURCES.join()}&propertiesWithHistory=${SOURCES.join()}`;
        const read = await call('GET', path + query);

        for (const name of SOURCES) {
          const values = writes.map((properties) => properties[name]);
          const changes = values.filter((value, index) => value !== (values[index - 1] ?? ''));
          expect(read.body).toMatchObject({
            // never set, or cleared
            properties: { [name]: changes.length === 0 ? null : values.at(-1) },
            propertiesWithHistory: { [name]: changes.toReversed().map((value) => ({ value })) },
          });
        }
      }),
      runs,
    );
  }));

test('pages of any size cover every active company exactly once, in both lists', () =>
  withSandbox(async (sandbox) => {
    const created = await createAll(
      sandbox,
      Array.from({ length: 23 }, (_, index) => ({ name: `n${index}` })),
    );
    await sandbox.call('POST', `${COMPANIES}/batch/archive`, {
      inputs: created.filter((_, i) => i % 4 === 0),
    });
    const active = created.filter((_, index) => index % 4 !== 0).map(({ id }) => id);

    for (const limit of [1, 2, 5, 16, 17, 18, 100]) {
      expect(
        await pagesOf((after) => sandbox.call('GET', `${COMPANIES}?limit=${limit}&after=${after}`)),
      ).toEqual(active);
      const search = (after: string) => sandbox.call('POST', `${COMPANIES}/search`, { limit, after });
      expect(await pagesOf(search)).toEqual(active);
    }
  }));

async function pagesOf(page: (after: string) => ReturnType<OpenSandbox['call']>): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const answer = await page(after);
    ids.push(...(await resultsOf(Promise.resolve(answer))).map(({ id }) => id));
    after = /"after":"(\d+)"/.exec(answer.text)?.[1];
  }
  return ids;
}

test('a search finds what a filter over the list finds', () =>
  withSandbox(async (sandbox) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(write, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('EQ', 'IN', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY'),
        fc.constantFrom('Graz', 'Linz', 'Rome'),
        async (writes, operator, city) => {
          const created = await createAll(sandbox, writes);
          const filter = { propertyName: 'city', operator, value: city, values: [city.toLowerCase()] };
          const first = { propertyName: 'hs_object_id', operator: 'GTE', value: created[0]?.id };
          const body = { filterGroups: [{ filters: [filter, first] }], limit: 200 };

          const found = await resultsOf(sandbox.call('POST', `${COMPANIES}/search`, body));

          const expected = created.filter((_, index) => {
            const value = writes[index]?.city ?? '';
            if (operator === 'HAS_PROPERTY') return value !== '';
            return operator === 'NOT_HAS_PROPERTY' ? value === '' : value === city;
          });
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        },
      ),
      runs,
    );
  }));

test('an archived company is gone from every read, and a refused write leaves no trace', () =>
  withSandbox(async (sandbox) => {
    const { call } = sandbox;
    const [company] = await createAll(sandbox, [{ name: 'Larch' }]);
    const path = `${COMPANIES}/${company?.id ?? ''}`;
    await call('PATCH', path, { properties: { name: 'Fir', type: 'FRIEND' } });
    const before = await call('GET', `${path}?propertiesWithHistory=name`);
    await call('DELETE', path);

    expect(before.body).toMatchObject({ propertiesWithHistory: { name: [{ value: 'Larch' }] } });
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('PATCH', path, { properties: { name: 'Fir' } })).status).toBe(404);
    expect(await resultsOf(call('GET', COMPANIES))).toEqual([]);
    expect(await resultsOf(call('POST', `${COMPANIES}/search`, {}))).toEqual([]);
    expect(
      await resultsOf(call('POST', `${COMPANIES}/batch/read`, { inputs: [{ id: company?.id }] })),
    ).toEqual([]);
    expect(await resultsOf(call('GET', `${COMPANIES}?archived=true`))).toHaveLength(1);
  }));
