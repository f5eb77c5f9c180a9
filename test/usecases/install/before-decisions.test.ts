import { DECISION_DEAL_FIELDS, DECISION_FIELD_NAMES } from '../../../src/crm/decision-fields.ts';
import { propertyOf } from '../../../src/crm/property-names.ts';
import type { DecideRequest } from '../../../src/usecases/decisions/decide.ts';
import { decide } from '../../../src/usecases/decisions/decide.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { LISTS, listsOf } from './installed-state.ts';
import { examine, findingOf } from '../doctor/examine.ts';
import { jane, saveField, scoredCompany } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;
const PROPERTIES = DECISION_FIELD_NAMES.map(propertyOf);

/** A portal that a version without decisions has installed. */
let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
  await install(portal.context, { ...WHOLE, types: ['technology'] });
  const lists = await listsOf(portal);
  for (const { listId, filterBranch } of lists)
    if (PROPERTIES.some((name) => JSON.stringify(filterBranch).includes(`"${name}"`)))
      await portal.outside.send({ method: 'DELETE', path: `${LISTS}/${listId}` });
  for (const [objectType, fields] of [
    ['companies', DECISION_FIELD_NAMES],
    ['deals', DECISION_DEAL_FIELDS],
  ] as const)
    for (const field of fields)
      await portal.outside.send({
        ...{ method: 'DELETE', path: `/crm/properties/2026-09/${objectType}/${propertyOf(field)}` },
      });
});
afterEach(() => portal.close());

test('a portal without decisions loads, saves and clears as before, and only deciding is refused', async () => {
  const companyId = await scoredCompany(portal);

  const saved = await saveField(portal.context, companyId, 'strategic_fit', [4, 5]);
  const { decision, verdict } = await loadScorecard(portal.context, { companyId });
  const deciding = decide(portal.context, {
    companyId,
    changes: goDeep(portal.context.now()),
    basis: '',
    by: jane,
  });

  expect(saved.conflicts).toEqual([]);
  expect(verdict?.lane).toBe('deep');
  expect(decision.hindrance).toMatch(
    /^ipp_decision, .* missing, so that nothing can be decided\. .* icp install\.$/,
  );
  await expect(deciding).rejects.toThrow(/ipp_decision, .* missing/);
  await clearScorecard(portal.context, { companyId, by: jane });
  expect((await loadScorecard(portal.context, { companyId })).verdict).toBeNull();
});

test('the doctor names the properties of decisions, and an installation adds them', async () => {
  const before = await examine(portal);
  const { created } = await install(portal.context, WHOLE);
  const after = await examine(portal);

  expect(findingOf(before, 'property-missing')?.message).toContain('ipp_decision_basis');
  expect(created).toEqual(expect.arrayContaining([...PROPERTIES, 'deals: ipp_decision']));
  expect(after.findings).toEqual([]);
});

function goDeep(now: Date): DecideRequest['changes'] {
  const none = { seen: null, value: null };
  return {
    decision: { seen: null, value: 'go-deep' },
    decision_quarter: { seen: null, value: '2027-Q1' },
    decision_reason: { seen: null, value: 'The customers ask.' },
    ask_again_on: none,
    decided_at: { seen: null, value: now.toISOString() },
  };
}
