import { answerCall } from '../../../src/usecases/answer-call.ts';
import { meanwhile } from '../../usecases/scorecard/scoring.ts';
import { workflowTool } from '../../worked-example.ts';
import { TODAY, TODAY_IN_WORDS, createCompany, setClock } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

const TITLE = 'HubSpot holds another verdict';

/** The card of a company after somebody wrote properties past the app. */
async function openEdited(properties: Record<string, string>) {
  const company = await createCompany(workflowTool);
  await company.edit(properties);
  return openCardOf(company);
}

test('an edited lane shows what HubSpot says, what follows, and what was edited through what', async () => {
  const card = await openEdited({ ipp_lane: 'pass', ipp_total: '200' });

  expect(card.alerts()).toEqual([TITLE]);
  expect(
    card.isShown('HubSpot still says No lane, 200 of 500. From this scorecard follows Deep, 430 of 500.'),
  ).toBe(true);
  expect(
    card.isShown(
      `The verdict itself was edited: Lane (somebody in HubSpot, ${TODAY_IN_WORDS}), Total (somebody in HubSpot, ${TODAY_IN_WORDS}).`,
    ),
  ).toBe(true);
});

test('a rating that changed outside is named; of several three are named and the others counted', async () => {
  const one = await openEdited({ ipp_customer_overlap: '1' });
  expect(
    one.isShown('HubSpot still says Deep, 430 of 500. From this scorecard follows Fast lane, 310 of 500.'),
  ).toBe(true);
  expect(
    one.isShown(
      `Changed after HubSpot's verdict was stored: Customer overlap (somebody in HubSpot, ${TODAY_IN_WORDS}).`,
    ),
  ).toBe(true);

  const ratings = ['customer_overlap', 'product_complementarity', 'distribution_reach', 'strategic_fit'];
  const checks = ['check_dead_api', 'check_dead_api_note'];
  const all = { ...Object.fromEntries(ratings.map((name) => [`ipp_${name}`, '1'])) };
  const many = await openEdited({
    ...all,
    ...Object.fromEntries(checks.map((name) => [`ipp_${name}`, 'clear'])),
  });
  expect(many.words()).toMatch(/verdict was stored: ([^,(]+ \([^)]+\)(, )?){3} and 3 more\./);
});

test('an unknown total is shown as the totals that are possible', async () => {
  const card = await openEdited({ ipp_customer_overlap: '' });

  expect(card.words()).toContain('From this scorecard follows Needs answers, 310 to 430 of 500.');
});

test('where lane and total agree, what differs is named as HubSpot names it', async () => {
  const card = await openEdited({ ipp_evidence_gaps: '9', ipp_score_lane: 'fast' });

  expect(
    card.isShown(
      'Lane and total are the same in HubSpot. Another value is stored for Lane by ratings alone, Evidence missing.',
    ),
  ).toBe(true);
});

test('an override that ended since is named once, by whom and when', async () => {
  const company = await createCompany(
    { ...workflowTool },
    {
      created: {
        ipp_override_lane: 'pass',
        ipp_override_by: 'Ana',
        ipp_override_until: TODAY,
        ipp_override_reason: 'No engineers',
      },
    },
  );
  setClock('2026-11-24T08:00:00Z');

  const card = await openCardOf(company);

  expect(card.words()).toContain('HubSpot still says No lane, 430 of 500');
  expect(card.words().split(`An override by Ana ended on ${TODAY_IN_WORDS}.`)).toHaveLength(2);
});

test('a verdict by older rules says so', async () => {
  const card = await openEdited({ ipp_rules: '0', ipp_total: '425' });

  expect(card.isShown('It was judged by the rules of an older version of the app.')).toBe(true);
});

test('a verdict that stands where everything else was emptied is said too', async () => {
  const emptied = ['partner_type', ...Object.keys(workflowTool)];

  const card = await openEdited(Object.fromEntries(emptied.map((name) => [`ipp_${name}`, ''])));

  expect(card.words()).toContain(
    'HubSpot still says Deep, 430 of 500. From this scorecard follows no lane, no total.',
  );
});

test('"Update" stores what follows, leaves the author and keeps what is unsaved', async () => {
  const card = await openEdited({ ipp_customer_overlap: '4' });
  card.rate({ strategic_fit: 5 });

  card.click('Update');
  await card.waitFor(() => expect(card.alerts()).toEqual([]));

  expect(card.fn.saves()).toEqual([{}]);
  expect(await card.company.portal.stored(card.company.id)).toMatchObject({
    ipp_total: '400',
    ipp_scored_by: 'ben@example.com',
  });
  expect(card.tags()).toContain('1 unsaved');
});

test('after a save the card says that a workflow keeps setting the lane', async () => {
  const card = await openCard(workflowTool);
  const { portal, edit } = card.company;
  card.rate({ strategic_fit: 5 });
  card.fn.next((call) =>
    answerCall(() => meanwhile(portal, 'after', () => edit({ ipp_lane: 'pass' })), call),
  );

  card.click('Save');
  await card.waitFor(() => expect(card.alerts()).toEqual([TITLE]));

  expect(card.tags()).toContain('Saved');
});
