import { authorOf } from '../../src/crm/authorship.ts';
import type { HistoryEntry } from '../../src/crm/companies.ts';
import { openCrm } from '../../src/crm/client/client.ts';
import { clearScorecard } from '../../src/usecases/scorecard/clear.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { jane, omar, saveField, scoredCompany } from '../usecases/scorecard/scoring.ts';

const OTHER_TOKEN = 'test-other-token';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({
    tokens: [
      { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: '4711' },
      { token: OTHER_TOKEN, sourceType: 'INTEGRATION', sourceId: '9001', sourceLabel: 'Data\u001b[31m Sync' },
      { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
    ],
  });
});
afterAll(() => portal.close());

/** Another app with write access to companies. */
async function writeAsOtherApp(companyId: string, properties: Record<string, string>): Promise<void> {
  const crm = openCrm({ baseUrl: portal.sandbox.baseUrl, accessToken: OTHER_TOKEN });
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  await crm.send({ method: 'PATCH', path, body: { properties } });
}

const changesOf = async (companyId: string) => (await loadScorecard(portal.context, { companyId })).changes;

test('another app that fills in who scored is outside, and named', async () => {
  const companyId = await scoredCompany(portal);
  await writeAsOtherApp(companyId, { ipp_strategic_fit: '2', ipp_scored_by: 'Definitely Jane' });

  const changes = await changesOf(companyId);

  expect(changes['strategic_fit']).toMatchObject({ by: null, source: 'Data\\u001b[31m Sync' });
  expect(changes['customer_overlap']).toMatchObject({ by: jane, source: 'our app' });
});

test('what our app saves after that is not by the name that the other app left', async () => {
  const companyId = await scoredCompany(portal);
  await writeAsOtherApp(companyId, { ipp_scored_by: 'Definitely Jane' });
  await saveField(portal.context, companyId, 'strategic_fit', [4, 5], omar);

  expect((await changesOf(companyId))['strategic_fit']).toMatchObject({ by: omar, source: 'our app' });
});

test('another app on a company that nobody scored, with values copied from one that was, is outside', async () => {
  const companyId = await portal.createCompany();
  await writeAsOtherApp(companyId, {
    ipp_strategic_fit: '2',
    ipp_scored_by: jane,
    ipp_scored_at: '2026-01-05T09:00:00.000Z',
  });

  expect((await changesOf(companyId))['strategic_fit']).toMatchObject({ by: null });
});

test('clearing is still known by who cleared', async () => {
  const companyId = await scoredCompany(portal);
  await clearScorecard(portal.context, { companyId, by: omar });

  expect((await changesOf(companyId))['customer_overlap']).toMatchObject({ by: omar, source: 'our app' });
});

test('an app without a name is named by its id, and one that is no app by HubSpot’s word', () => {
  const entry = (sourceType: string, sourceId: string | null): HistoryEntry => ({
    ...{ value: '2', timestamp: '2026-01-05T09:00:00.000Z', sourceType, sourceId },
  });
  const sources = [entry('INTEGRATION', '9001'), entry('API', null), entry('CRM_UI', 'userId:7')];

  expect(sources.map((one) => authorOf(one, { history: {}, zone: null }).source)).toEqual([
    'INTEGRATION 9001',
    'API',
    'CRM_UI',
  ]);
});
