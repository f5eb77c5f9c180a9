import { FAULT_ANSWERS } from '../../sandbox/hubspot/faults/named-faults.ts';
import { APP_TOKEN, archiveCompany, deleteProperty } from '../portal.ts';
import { firstTime } from '../usecases/scorecard/scoring.ts';
import { workflowTool } from '../worked-example.ts';
import { type FunctionPortal, by, openFunctionPortal } from './function-portal.ts';

let open: FunctionPortal;
let companyId: string;
let before: Record<string, string>;
beforeAll(async () => {
  open = await openFunctionPortal();
  companyId = await open.portal.createCompany();
  await open.save(companyId, firstTime(workflowTool));
  before = await open.portal.stored(companyId);
});
afterEach(async () => {
  open.portal.sandbox.faults.clear();
  expect(await open.portal.stored(companyId)).toEqual(before);
});
afterAll(() => open.close());

/** What the function says when it refuses. */
function refusal(code: string, message: RegExp, field?: string) {
  return {
    error: {
      code,
      message: expect.stringMatching(message) as unknown,
      ...(field !== undefined && { field }),
    },
  };
}

test.each<[string, unknown, unknown, RegExp]>([
  ['strategic_fit', 4, 0, /whole number from 1 to 5/],
  ['strategic_fit', 4, 6, /whole number from 1 to 5/],
  ['strategic_fit', 4, 2.5, /whole number from 1 to 5/],
  ['strategic_fit', 4, 'x', /whole number from 1 to 5/],
  ['brand_fit', null, 5, /no such field/],
  ['check_bad_breath', 'open', 'clear', /no such field/],
  ['check_dead_api', 'open', 'maybe', /open, clear, flagged/],
  ['lane', null, 'deep', /no such field/],
  ['total', null, 500, /no such field/],
  ['clearance', null, 'cleared', /no such field/],
])('%s with what is not allowed there is refused by name', async (field, seen, value, why) => {
  const changes = { customer_overlap: { seen: 5, value: 1 }, [field]: { seen, value } };

  const answer = await open.save(companyId, changes);

  expect(answer).toEqual(refusal('invalid-input', why, field));
  expect(answer).toMatchObject(refusal('invalid-input', new RegExp(`^${field}: .*Nothing was written\\.$`)));
});

test('a verdict that a caller sends along is refused by name', async () => {
  const forged = { verdict: { lane: 'deep', total: 500, clearance: 'cleared' } };

  expect(await open.save(companyId, { strategic_fit: { seen: 4, value: 5 } }, forged)).toEqual(
    refusal('invalid-input', /^verdict: not accepted here\. Nothing was written\.$/, 'verdict'),
  );
});

test('a lane beside the value of a change is refused by name', async () => {
  const changes = { strategic_fit: { seen: 4, value: 5, lane: 'deep' } };

  expect(await open.save(companyId, changes)).toEqual(
    refusal('invalid-input', /^changes\.strategic_fit\.lane: not accepted/, 'changes.strategic_fit.lane'),
  );
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'save-scorecard'],
  ['a list', [1, 2]],
  ['a number', 7],
  ['no operation', {}],
  ['an unknown operation', { operation: 'drop-table', input: {} }],
  ['a property of every object', { operation: 'constructor', input: {} }],
  ['an operation that is no text', { operation: { toString: 'load-scorecard' } }],
])('a call with %s is told which operations there are', async (_, parameters) => {
  expect(await open.call(parameters)).toEqual(
    refusal('invalid-input', /^operation: choose one of load-scorecard, save-scorecard, /, 'operation'),
  );
});

test.each<[string, unknown, string]>([
  ['no input', undefined, 'input'],
  ['a text', 'x', 'input'],
  ['no company', { changes: {}, by }, 'companyId'],
  ['a name for a company', { companyId: 'Brightdesk', changes: {}, by }, 'companyId'],
  ['a path for a company', { companyId: '1/../2', changes: {}, by }, 'companyId'],
  ['nobody', { companyId: '1', changes: {} }, 'by'],
  ['a blank name', { companyId: '1', changes: {}, by: '  ' }, 'by'],
  ['a name without end', { companyId: '1', changes: {}, by: 'x'.repeat(400) }, 'by'],
  ['no changes', { companyId: '1', by }, 'changes'],
  ['changes that are a list', { companyId: '1', changes: [1], by }, 'changes'],
  ['a review that is a word', { companyId: '1', changes: {}, by, reviewed: 'yes' }, 'reviewed'],
  ['a review that is none', { companyId: '1', changes: {}, by, reviewed: false }, 'reviewed'],
  ['a bare value', { companyId: '1', changes: { strategic_fit: 5 }, by }, 'changes.strategic_fit'],
])('a save with %s is told what to give, in plain words', async (_, input, field) => {
  const answer = await open.call({ operation: 'save-scorecard', input });

  expect(answer).toEqual(refusal('invalid-input', new RegExp(`^${field}: (give|say)`), field));
  expect(JSON.stringify(answer)).not.toMatch(/expected|received|undefined/);
});

test('a call of a megabyte is refused in a few lines', async () => {
  const fields = Array.from({ length: 20_000 }, (_, index) => [`field_${index}`, { seen: null, value: 5 }]);
  const long = 'x'.repeat(1_000_000);

  for (const answer of [
    await open.save(companyId, Object.fromEntries(fields)),
    await open.save(companyId, { [long]: { seen: null, value: 5 } }),
    await open.save(companyId, {}, { [long]: 1 }),
    await open.save(companyId, { strategic_fit: { seen: 4, value: long } }),
  ]) {
    expect(answer).toMatchObject({ error: { code: 'invalid-input' } });
    expect(JSON.stringify(answer).length).toBeLessThan(2_000);
  }
});

test('an unknown company and an archived one are said to be gone', async () => {
  const archived = await open.portal.createCompany();
  await archiveCompany(open.portal, archived);

  for (const id of ['999999', archived])
    expect(await open.call({ operation: 'load-scorecard', input: { companyId: id } }, companyId)).toEqual(
      refusal('company-not-found', new RegExp(`There is no company ${id}`), 'companyId'),
    );
});

test('a missing scope, a used-up day and a portal out of reach are sentences', async () => {
  const { faults } = open.portal.sandbox;
  const answers: unknown[] = [];
  for (const fault of [FAULT_ANSWERS.missingScope, FAULT_ANSWERS.dailyLimit]) {
    // HubSpot's own call reads the record for the function by another path
    faults.add(fault, { path: `/2026-09/companies/${companyId}` });
    answers.push(await open.load(companyId));
  }

  expect(answers).toEqual([
    refusal('missing-scope', /crm\.objects\.companies\.write/),
    refusal('rate-limited', /daily limit/),
  ]);
});

test.each([
  ['no token', '', undefined, 'not-configured', /PRIVATE_APP_ACCESS_TOKEN is empty/],
  ['a token that is no token', 'pat wrong', undefined, 'not-configured', /PRIVATE_APP_ACCESS_TOKEN has char/],
  ['an address that is none', APP_TOKEN, 'localhost', 'not-configured', /HUBSPOT_BASE_URL must be/],
])('with %s the function says so, and the token is not in it', async (_, token, baseUrl, code, message) => {
  const executor = await open.startElsewhere(token, baseUrl);

  const parameters = { operation: 'load-scorecard', input: { companyId } };
  const answer = await executor.call('partner-icp', { parameters });
  await executor.close();

  expect(answer).toMatchObject(refusal(code, message));
  if (token !== '') expect(JSON.stringify(answer)).not.toContain(token);
});

test('a deleted property is named', async () => {
  const other = await openFunctionPortal();
  try {
    const id = await other.portal.createCompany();
    await deleteProperty(other.portal, 'ipp_total');

    expect(await other.save(id, firstTime({ strategic_fit: 5 }))).toEqual(
      refusal('not-installed', /ipp_total is not in this portal.* icp install/, 'ipp_total'),
    );
    expect(await other.portal.stored(id)).toEqual({});
  } finally {
    await other.close();
  }
});
