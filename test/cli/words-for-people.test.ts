import { type Portal, APP_TOKEN, editOutside, openPortal } from '../portal.ts';
import { wellKnownLogo } from '../worked-example.ts';
import { createDeal, createPipeline } from '../usecases/deals/partner-deals.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { runIcp } from './run-icp.ts';

const JANE = { id: '1', userId: 1, email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' };

let portal: Portal;
let env: Record<string, string>;
beforeAll(async () => {
  portal = await openPortal({ owners: [JANE] });
  env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
});
afterAll(() => portal.close());

test('a loaded scorecard names people where the portal knows them, and days in words', async () => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, {
    ipp_scored_by: 'Jane@example.com',
    ipp_scored_at: '2026-05-20T09:00:00Z',
    ipp_reviewed_by: 'ana@example.com',
    ipp_reviewed_at: '2026-05-20T09:00:00Z',
    ipp_review_due: '2026-05-21',
  });

  const { stdout } = await runIcp(['load', companyId], env);

  expect(stdout).toContain(
    'Last worked on by Jane Doe (Jane@example.com), 20 May 2026, by the profile Technology partner, as shipped\n',
  );
  expect(stdout).toContain('Reviewed by ana@example.com, 20 May 2026\n');
  expect(stdout).toContain('Review due 21 May 2026\n');
});

test('deals are listed with type, lane, total or range, and clearance, in the labels of HubSpot', async () => {
  const partnerships = await createPipeline(portal, 'Partnerships');
  await createDeal(portal, partnerships, await scoredCompany(portal, wellKnownLogo));
  const { customer_overlap: _unknown, ...known } = wellKnownLogo;
  await createDeal(portal, partnerships, await scoredCompany(portal, known));
  await createDeal(portal, partnerships, await portal.createCompany());

  const { stdout } = await runIcp(['deals'], env);

  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'Integration  Technology partner  Fast lane  280  Only for Deep  no decision',
    expect.stringMatching(/^Integration {2}Technology partner {2}[A-Z][a-z ]+ {2}\d+ to \d+ {2}/) as unknown,
    'Integration  no type  not judged  -  -  no decision',
  ]);
});
