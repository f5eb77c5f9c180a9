import { type Company, readCompany, writeCompany } from '../../../src/crm/companies.ts';
import type { FieldValue } from '../../../src/icp/fields.ts';
import type { SaveAnswer } from '../../../src/contract/scorecard-record.ts';
import { companyProperties } from '../../../src/crm/properties.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { type Actor, inEveryOrder, runInterleaved } from './interleavings.ts';

/** Two savers make six calls between them, before any repair. */
const CALLS_VARIED = 6;

let portal: Portal;
let scoredAtStart: Record<string, string>;
beforeAll(async () => {
  portal = await openPortal();
  const companyId = await portal.createCompany();
  const changes = Object.fromEntries(
    Object.entries(START).map(([field, value]) => [field, { seen: null, value }]),
  );
  await saveScorecard(portal.context, { companyId, changes, by: 'start' });
  scoredAtStart = await portal.stored(companyId);
});
afterAll(() => portal.close());

/** What everybody saw before anything happened: 430, deep. */
const START: Readonly<Record<string, number>> = {
  customer_overlap: 5,
  product_complementarity: 5,
  distribution_reach: 3,
  technical_readiness: 4,
  commercial_alignment: 4,
  strategic_fit: 4,
};

type Edits = Readonly<Record<string, number>>;

interface Scenario {
  savers: Readonly<Record<string, Edits>>;
  /** Ratings that somebody writes past the app. */
  outside?: Edits;
}

interface Rest {
  companyId: string;
  answers: Record<string, SaveAnswer>;
  calls: { actor: string; method: string }[];
  company: Company;
}

test.each<[string, Scenario]>([
  [
    'two savers of different fields',
    { savers: { ann: { customer_overlap: 1 }, bob: { product_complementarity: 1 } } },
  ],
  [
    'two savers of one field',
    { savers: { ann: { customer_overlap: 1 }, bob: { customer_overlap: 2, strategic_fit: 5 } } },
  ],
  [
    'two savers and a bulk edit of a third field',
    {
      savers: { ann: { customer_overlap: 2 }, bob: { product_complementarity: 2 } },
      outside: { distribution_reach: 1 },
    },
  ],
  [
    'two savers and a bulk edit of a field that one of them changes',
    { savers: { ann: { customer_overlap: 2 }, bob: { strategic_fit: 1 } }, outside: { customer_overlap: 1 } },
  ],
])(
  'in every order of %s nothing is lost, and the verdict at rest follows from the inputs at rest',
  async (_, scenario) => {
    const orders = await inEveryOrder(async (pick) => {
      const rest = await play(scenario, pick);
      expectNothingLost(scenario, rest);
      expectOverwritesReported(scenario, rest);
      await expectVerdictFollows(rest);
    }, CALLS_VARIED);

    expect(orders).toBeGreaterThan(19);
  },
);

async function play({ savers, outside }: Scenario, pick: (waiting: number) => number): Promise<Rest> {
  const companyId = await portal.createCompany(scoredAtStart);
  const answers: Record<string, SaveAnswer> = {};
  const actors: Record<string, Actor> = {};
  for (const [by, edits] of Object.entries(savers))
    actors[by] = async (crm) => {
      const wanted = Object.fromEntries(
        Object.entries(edits).map(([field, value]) => [field, { seen: START[field], value }]),
      );
      answers[by] = await saveScorecard({ ...portal.context, crm }, { companyId, changes: wanted, by });
    };
  if (outside !== undefined)
    actors['outside'] = async (crm) => {
      await writeCompany(crm, companyId, asProperties(outside));
    };
  const calls = await runInterleaved(portal.app, actors, pick);
  const company = await readCompany(
    portal.app,
    companyId,
    companyProperties(portal.context.profiles).map(({ name }) => name),
  );
  return { companyId, answers, calls, company };
}

function asProperties(edits: Edits): Record<string, string> {
  return Object.fromEntries(Object.entries(edits).map(([field, value]) => [`ipp_${field}`, String(value)]));
}

/** Each field holds a value that somebody wanted for it; one that nobody touched is as it was. */
function expectNothingLost({ savers, outside = {} }: Scenario, { company, answers }: Rest): void {
  for (const [field, start] of Object.entries(START)) {
    const wanted = Object.entries({ ...savers, outside })
      .filter(([by]) => !answers[by]?.conflicts.some((conflict) => conflict.field === field))
      .flatMap(([, edits]) => edits[field] ?? []);
    const found = Number(company.properties[`ipp_${field}`]);
    expect(wanted.length === 0 ? [start] : wanted).toContain(found);
  }
}

/** Where a saver's value stands in the history right behind one that the saver never saw, the answer names it. */
function expectOverwritesReported({ savers }: Scenario, { company, answers }: Rest): void {
  for (const [by, edits] of Object.entries(savers))
    for (const [field, value] of Object.entries(edits)) {
      const history = company.history[`ipp_${field}`] ?? [];
      const ours = history.findIndex((entry) => entry.value === String(value));
      const before = ours < 0 ? undefined : history[ours + 1]?.value;
      const lost: FieldValue[] =
        before === undefined || Number(before) === START[field] ? [] : [Number(before)];
      const reported = answers[by]?.overwrote.filter((overwrite) => overwrite.field === field);
      expect(reported?.map((overwrite) => overwrite.lost)).toEqual(lost);
    }
}

/** What remains possible: an outside edit after everybody's last look. Then the next load says so. */
async function expectVerdictFollows({ companyId, calls }: Rest): Promise<void> {
  const edit = calls.findLastIndex(({ actor }) => actor === 'outside');
  const seenAfterwards = calls.slice(edit + 1).some(({ method }) => method === 'GET');
  const { drift } = await loadScorecard(portal.context, { companyId });
  if (edit < 0 || seenAfterwards) expect(drift).toEqual([]);
}
