import { type Portal, openPortal } from '../../portal.ts';
import { ask, publishSources, suspicionsOnCard } from './labelled-portal/ask-portal.ts';
import { ASKED_FOR, TOOLS, loadPlanned } from './labelled-portal/load.ts';
import { CUSTOMER_STAGES, type PlannedPartner, plannedPortal } from './labelled-portal/plan.ts';
import { PATTERNS, type Pattern } from './labelled-portal/stories.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const plan = plannedPortal(1967);

/** What each partner is suspected of on its card, in the order of the plan. */
const suspected: (readonly string[])[] = [];

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true, now: () => NOW });
  const { partners } = await loadPlanned(portal, plan);
  await publishSources(portal, {
    sharedCustomers: { by: 'property', property: TOOLS, lifecycleStages: CUSTOMER_STAGES },
    companiesAsking: { property: ASKED_FOR },
  });
  for (const [index, partner] of plan.partners.entries())
    suspected.push(await suspectedOf(partners[index] ?? '', partner));
});
afterAll(() => portal.close());

test.each(PATTERNS)('of %s the card suspects those that show it, and hardly any other', (pattern) => {
  const { found, shown, right } = tallyOf(pattern);

  expect(shown).toBeGreaterThanOrEqual(4);
  expect(plan.partners.length - shown).toBeGreaterThanOrEqual(40);
  expect(right / found).toBeGreaterThanOrEqual(0.9);
  expect(right / shown).toBeGreaterThanOrEqual(0.9);
});

test('no clear case is told wrongly', () => {
  const told = plan.partners.map(({ story: { type, what } }, index) => ({
    ...{ type, what },
    suspected: suspected[index],
  }));

  expect(told.filter((_, index) => !isRight(index))).toEqual([]);
});

async function suspectedOf(companyId: string, partner: PlannedPartner): Promise<readonly string[]> {
  const { story, ratings, artifacts, inspected } = partner;
  const changes = {
    ...{ partner_type: story.type, ...ratings },
    ...(inspected !== null && { artifacts, artifacts_checked_at: daysAgo(inspected) }),
  };
  await ask(portal, 'save-scorecard', {
    companyId,
    changes: Object.fromEntries(
      Object.entries(changes).map(([field, value]) => [
        field,
        { seen: field === 'artifacts' ? [] : null, value },
      ]),
    ),
    by: 'ann@example.com',
  });
  const record = await ask(portal, 'load-scorecard', { companyId });
  const gathered = await ask(portal, 'gather-facts', { companyId });
  return suspicionsOnCard(record, gathered).map(({ check }) => check);
}

function daysAgo(days: number): string {
  return new Date(NOW.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Among all partners: how many are suspected, how many show the pattern, and how many are both. */
function tallyOf(pattern: Pattern) {
  const isFound = (index: number) => suspected[index]?.includes(pattern) ?? false;
  const showing = plan.partners.map(({ truth }) => truth.suspectedOf.includes(pattern));
  return {
    found: suspected.filter((_, index) => isFound(index)).length,
    shown: showing.filter(Boolean).length,
    right: showing.filter((shows, index) => shows && isFound(index)).length,
  };
}

function isRight(index: number): boolean {
  const truth = plan.partners[index]?.truth.suspectedOf ?? [];
  const found = suspected[index] ?? [];
  return truth.length === found.length && truth.every((pattern) => found.includes(pattern));
}
