import type { Crm, CrmRequest } from '../../../src/crm/client/request.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test("HubSpot's own form of a value is taken as saved", async () => {
  const companyId = await scoredCompany(portal);
  const context = rewriting(portal, (properties) => ({
    ...properties,
    ipp_strategic_fit_evidence: (properties['ipp_strategic_fit_evidence'] ?? '').trim(),
  }));

  const answer = await saveField(context, companyId, 'strategic_fit_evidence', ['', 'counted  ']);

  expect(answer).toMatchObject({ conflicts: [], scorecard: { evidence: { strategic_fit: 'counted' } } });
});

test('a success with which nothing was kept is written again', async () => {
  const companyId = await scoredCompany(portal);
  let isFirst = true;
  const context = rewriting(portal, (properties) => {
    const kept = isFirst ? { name: 'Brightdesk' } : properties;
    isFirst = false;
    return kept;
  });

  const { conflicts, verdict } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(conflicts).toEqual([]);
  expect(verdict?.total).toBe(435);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit: '5' });
});

test('a success with which nothing is ever kept is no saved scorecard', async () => {
  const companyId = await scoredCompany(portal);
  const context = rewriting(portal, () => ({ name: 'Brightdesk' }));

  await expect(saveField(context, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/not saved/) as unknown,
  });
});

/** A portal that keeps something else than what was sent. */
function rewriting(
  { context }: Portal,
  rewrite: (properties: Record<string, string>) => Record<string, string>,
): Context {
  const propertiesOf = ({ body }: CrmRequest) => (body as { properties: Record<string, string> }).properties;
  const crm: Crm = {
    send: (request) =>
      context.crm.send(
        request.method === 'PATCH'
          ? { ...request, body: { properties: rewrite(propertiesOf(request)) } }
          : request,
      ),
  };
  return { ...context, crm };
}
