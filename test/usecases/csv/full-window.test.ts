import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { scoredCompany } from '../scorecard/scoring.ts';
import { applied, csv, exported, recordsOf } from './csv-files.ts';

let portal: Portal;
let company: string;
beforeAll(async () => {
  portal = await openPortal({ types: ['technology'] });
  company = await scoredCompany(portal);
});
afterEach(() => portal.sandbox.faults.clear());
afterAll(() => portal.close());

const { rollingLimit, secondlyLimit, dailyLimit } = FAULT_ANSWERS;

/** Ten windows of ten seconds, one after the other; and searches that another app takes for as long. */
const USED_UP = [
  ['the ten seconds', rollingLimit, {}],
  ['the searches of each second', secondlyLimit, { path: '/search' }],
] as const;

describe.each(USED_UP)('while another app uses up %s for 100 seconds', (_, fault, target) => {
  beforeEach(() => portal.sandbox.faults.add(fault, { ...target, forMs: 100_000 }));

  test('an export waits, and the file is whole', async () => {
    expect(recordsOf(await exported(portal.context))).toMatchObject([{ record_id: company }]);
  });

  test('an import waits, and every row is written', async () => {
    const value = fault === rollingLimit ? 5 : 3;

    const report = await applied(portal.context, csv(['record_id', 'strategic_fit'], [company, value]));

    expect(report).toMatchObject({ changed: 1, faults: [], dealsBehind: false });
    expect((await portal.stored(company))['ipp_strategic_fit']).toBe(String(value));
  });
});

test('the limit of the day ends export and import at once, in a sentence', async () => {
  portal.sandbox.faults.add(dailyLimit, { times: 999 });
  const before = portal.clock.now();

  await expect(exported(portal.context)).rejects.toThrow(/daily limit of API calls is used up/);
  await expect(applied(portal.context, csv(['record_id', 'strategic_fit'], [company, 1]))).rejects.toThrow(
    /daily limit of API calls is used up/,
  );

  expect(portal.clock.now() - before).toBeLessThan(1_000);
});
