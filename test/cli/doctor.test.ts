import { APP_TOKEN, type Portal, editOutside, openPortal } from '../portal.ts';
import { scoredCompany } from '../usecases/scorecard/scoring.ts';
import { runIcp } from './run-icp.ts';

let portal: Portal;
beforeAll(async () => (portal = await openPortal({ limits: { search: 1_000 }, types: ['technology'] })));
afterAll(() => portal.close());

function doctor(args: readonly string[] = [], env: Record<string, string> = {}) {
  const settings = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(['doctor', ...args], { ...settings, ...env });
}

test('healthy ends with 0, findings with 1, and a repair restores the verdict', async () => {
  const company = await scoredCompany(portal);

  const healthy = await doctor();
  await editOutside(portal, company, { ipp_lane: 'pass' });
  const found = await doctor();
  const inJson = await doctor(['--json']);
  const repaired = await doctor(['--repair']);

  expect(healthy).toMatchObject({ exit: 0, stderr: '' });
  expect(healthy.stdout).toMatch(/^Portal 48000001, Sandbox account\nLimits: 190 calls in ten seconds/);
  expect(healthy.stdout).toMatch(/Professional or Enterprise\); [\d,]+ of 1,000,000 calls left today/);
  expect(healthy.stdout).toMatch(/\nPartner types: Technology partner\nLooked at 1 scored company and/);
  expect(healthy.stdout).toMatch(/\nHealthy\.\n$/);
  expect(found.exit).toBe(1);
  expect(found.stdout).toMatch(
    /\n! 1 stored verdict does not follow from the scorecard\. .*Run: icp doctor --repair \[verdict-differs\]\n {4}Brightdesk \(\d+\): ipp_lane\n(- .*\n)?Not healthy: 1 to repair or resolve\.\n$/,
  );
  expect(inJson.exit).toBe(1);
  expect(JSON.parse(inJson.stdout)).toMatchObject({
    healthy: false,
    findings: expect.arrayContaining([
      expect.objectContaining({ code: 'verdict-differs', weight: 'fault', count: 1, repaired: 0 }),
    ]) as unknown,
  });
  expect(repaired.exit).toBe(0);
  expect(repaired.stdout).toMatch(/\n\+ 1 stored verdict .* Repaired\. \[verdict-differs\]/);
  expect(await portal.stored(company)).toMatchObject({ ipp_lane: 'deep' });
});

test('a wrong token is a finding; a portal out of reach and missing settings mean that it could not run', async () => {
  const [wrong, unreachable, unset] = await Promise.all([
    doctor(['--json'], { HUBSPOT_ACCESS_TOKEN: 'pat-wrong' }),
    doctor([], { HUBSPOT_BASE_URL: 'http://127.0.0.1:1' }),
    runIcp(['doctor', '--json']),
  ]);

  expect(wrong.exit).toBe(1);
  expect(JSON.parse(wrong.stdout)).toMatchObject({ findings: [{ code: 'wrong-token' }] });
  expect(wrong.stdout + wrong.stderr).not.toContain('pat-wrong');
  expect([unreachable.exit, unset.exit]).toEqual([2, 2]);
  expect(unreachable.stderr).toMatch(/Check the network/);
  expect(JSON.parse(unset.stdout)).toMatchObject({ error: { code: 'not-configured' } });
});
