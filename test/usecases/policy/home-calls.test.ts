import { keepInstallation } from '../../../src/crm/installation.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { withPortal } from '../../portal.ts';
import { makeCurrent, otherTechnology } from './published.ts';
import { saveField } from '../scorecard/scoring.ts';

test('with a home a warm load takes two calls: the company, and what was published since', () =>
  withPortal({ types: ['technology'], home: true }, async (portal) => {
    const companyId = await portal.createCompany();
    await loadScorecard(portal.context, { companyId });

    const calls = await portal.callsDuring(() => loadScorecard(portal.context, { companyId }));

    expect(calls.sort()).toEqual([
      `GET /crm/objects/2026-09/companies/${companyId}`,
      'POST /crm/objects/2026-09/p_partner_icp_home/batch/read',
    ]);
  }));

test('without a home a warm load takes one', () =>
  withPortal({}, async (portal) => {
    const companyId = await portal.createCompany();
    await loadScorecard(portal.context, { companyId });

    const calls = await portal.callsDuring(() => loadScorecard(portal.context, { companyId }));

    expect(calls).toEqual([`GET /crm/objects/2026-09/companies/${companyId}`]);
  }));

test('with a home a warm save takes four: company and home, the write, and reading back', () =>
  withPortal({ home: true }, async (portal) => {
    const companyId = await portal.createCompany();
    await loadScorecard(portal.context, { companyId });

    const calls = await portal.callsDuring(() =>
      saveField(portal.context, companyId, 'customer_overlap', [null, 4]),
    );

    const company = `/crm/objects/2026-09/companies/${companyId}`;
    expect(calls.slice(0, 2).sort()).toEqual([
      `GET ${company}`,
      'POST /crm/objects/2026-09/p_partner_icp_home/batch/read',
    ]);
    expect(calls.slice(2)).toEqual([`PATCH ${company}`, `GET ${company}`]);
  }));

test('a cold load under a published profile takes one round, and one call more for its body', () =>
  withPortal({ home: true }, async (portal) => {
    await makeCurrent(portal.context, otherTechnology(1));
    const companyId = await portal.createCompany();
    const cold = { ...portal.context, policy: keepPolicy() };

    const calls = await portal.callsDuring(() => loadScorecard(cold, { companyId }));

    expect(calls.sort()).toEqual([
      `GET /crm/objects/2026-09/companies/${companyId}`,
      ...['POST', 'POST'].map((method) => `${method} /crm/objects/2026-09/p_partner_icp_home/batch/read`),
    ]);
  }));

test('a door that knows nothing yet reads the installation and the owners in the same round', () =>
  withPortal({ home: true }, async (portal) => {
    const companyId = await portal.createCompany();
    const installation = keepInstallation(() => 0);
    const { crm } = portal.context;
    const home = homeInCrm(crm, installation);
    const cold = { ...portal.context, policy: keepPolicy(), installation, home };

    const calls = await portal.callsDuring(() => loadScorecard(cold, { companyId }));

    expect(calls.sort()).toEqual([
      `GET /crm/objects/2026-09/companies/${companyId}`,
      'GET /crm/owners/2026-09',
      'POST /crm/objects/2026-09/p_partner_icp_home/batch/read',
      ...['companies', 'deals'].map((type) => `POST /crm/properties/2026-09/${type}/batch/read`),
    ]);
  }));
