import { APP_TOKEN, type Portal, editOutside, openPortal } from '../portal.ts';
import { type Ran, runIcp } from './run-icp.ts';

let portal: Portal;
let env: Record<string, string>;
beforeAll(async () => {
  portal = await openPortal({ installed: false });
  env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
});
afterAll(() => portal.close());

const BY = ['--by', 'jane@example.com'];

function icp(...args: string[]): Promise<Ran> {
  return runIcp(args, env);
}

function json({ stdout }: Ran): unknown {
  return JSON.parse(stdout);
}

test('install, save, load and clear a company from the terminal', async () => {
  const companyId = await portal.createCompany();
  const uninstalled = await icp('load', companyId);
  expect(uninstalled.stdout).toMatch(/not installed in this portal. Run: icp install/);

  const installed = await icp('install');
  expect(installed).toMatchObject({ exit: 0, stderr: '' });
  expect(installed.stdout).toMatch(
    /^Created: \d+ properties, 1 pipeline, 3 labels, 14 lists, 1 object\. .*\nPartner types that can be scored: Technology partner\.\n$/,
  );

  const ratings = [
    ...['customer_overlap=5', 'product_complementarity=5', 'distribution_reach=3'],
    ...['technical_readiness=4', 'commercial_alignment=4', 'strategic_fit=4'],
  ].flatMap((rating) => ['--set', rating]);
  const saved = await icp(
    ...['save', companyId, ...ratings, ...BY, '--set', 'artifacts=sandbox,api-docs'],
    ...['--evidence', 'customer_overlap=40 shared customers', '--check', 'dead-api=clear'],
    ...['--note', 'dead-api=docs and sandbox seen'],
  );
  expect(saved).toMatchObject({ exit: 0, stderr: '' });
  expect(saved.stdout).toMatch(
    /^Brightdesk \(\d+\) · Technology partner \(product\)\nDeep · .+ · 430 of 500 · 4 checks open/,
  );
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_lane: 'deep',
    ipp_artifacts: 'api-docs;sandbox',
    ipp_customer_overlap_evidence: '40 shared customers',
    ipp_check_dead_api: 'clear',
    ipp_check_dead_api_note: 'docs and sandbox seen',
    ipp_scored_by: 'jane@example.com',
  });

  await editOutside(portal, companyId, { ipp_lane: 'pass', ipp_strategic_fit: '6' });
  const [text, asJson] = await Promise.all([icp('load', companyId), icp('load', companyId, '--json')]);
  expect(text.stdout).toMatch(/! Strategic fit holds "6"/);
  expect(text.stdout).toMatch(
    /! Does not follow from the scorecard: ipp_lane.* HubSpot still says No lane\. Something other than the app edited it\./,
  );
  expect(text.stdout).toMatch(
    /Last worked on by jane@example\.com, \d+ \w+ 20\d\d, by the profile Technology partner, as shipped\n/,
  );
  expect(json(asJson)).toMatchObject({
    companyId,
    state: 'judged',
    drift: expect.arrayContaining(['ipp_lane']) as unknown,
  });

  const cleared = await icp('clear', companyId, ...BY, '--json');
  expect(json(cleared)).toMatchObject({ state: 'never-scored', conflicts: [], overwrote: [] });
  expect(await portal.stored(companyId)).toEqual({});
});

test('bad input ends with 2 and names the field, with nothing written', async () => {
  const companyId = await portal.createCompany();
  const save = (...args: string[]) => ['save', companyId, ...args];
  const expected: [string[], RegExp][] = [
    [save('--set', 'strategic_fit=6', ...BY), /^--set: strategic_fit: 6 is not allowed here/],
    [
      save('--set', 'charm=5', ...BY),
      /^--set: "charm" is not known\. Choose from to_confirm, artifacts, .*strategic_fit\./,
    ],
    [save('--check', 'dead-api=maybe', ...BY), /^--check: check_dead_api: "maybe" is not allowed/],
    [save('--set', 'strategic_fit=5'), /^--by: say who does it/],
    [save(...BY), /^save: nothing to save/],
    [['load', 'brightdesk'], /^companyId: give the id of a company record/],
    [['lode', companyId], /unknown command 'lode'/],
  ];

  const ran = await Promise.all(expected.map(([args]) => icp(...args)));

  for (const [index, { exit, stderr }] of ran.entries()) {
    expect(stderr).toMatch(expected[index]?.[1] ?? '');
    expect(exit).toBe(2);
  }
  expect(await portal.stored(companyId)).toEqual({});
});

test('a portal that refuses or is out of reach ends with 3; missing settings end with 2', async () => {
  const wrongToken = { ...env, HUBSPOT_ACCESS_TOKEN: 'pat-wrong' };
  const [unknown, wrong, unreachable, unset, inJson] = await Promise.all([
    icp('load', '999999'),
    runIcp(['install'], wrongToken),
    runIcp(['load', '1'], { ...env, HUBSPOT_BASE_URL: 'http://127.0.0.1:1' }),
    runIcp(['load', '1']),
    runIcp(['load', '1', '--json'], wrongToken),
  ]);

  expect(unknown).toMatchObject({ exit: 3, stderr: expect.stringMatching(/no company 999999/) as unknown });
  expect(wrong).toMatchObject({ exit: 3, stderr: expect.stringMatching(/Check the token/) as unknown });
  expect(unreachable).toMatchObject({
    exit: 3,
    stderr: expect.stringMatching(/Check the network/) as unknown,
  });
  expect(unset).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(/^HUBSPOT_ACCESS_TOKEN is not set/) as unknown,
  });
  expect(inJson.exit).toBe(3);
  expect(json(inJson)).toMatchObject({
    error: { code: 'wrong-token', message: expect.any(String) as unknown },
  });
  expect(JSON.stringify([wrong, inJson])).not.toContain('pat-wrong');
});

test('a token that was copied with a line break works, and one that is none is said to be none', async () => {
  const [trimmed, broken] = await Promise.all([
    runIcp(['install', '--json'], { ...env, HUBSPOT_ACCESS_TOKEN: `${APP_TOKEN}\n` }),
    runIcp(['install'], { ...env, HUBSPOT_ACCESS_TOKEN: 'pat-one\npat-two' }),
  ]);

  expect(json(trimmed)).toMatchObject({ clashes: [] });
  expect(broken).toMatchObject({
    exit: 2,
    stderr: expect.stringMatching(/HUBSPOT_ACCESS_TOKEN has char/) as unknown,
  });
  expect(broken.stderr).not.toContain('pat-');
});

test('every command explains itself', async () => {
  const commands = [
    ...[[], ['verdict'], ['profile', 'show'], ['settings', 'set']],
    ...[['install'], ['load'], ['save'], ['clear'], ['deals']],
  ];

  const ran = await Promise.all(commands.map((command) => icp(...command, '--help')));

  for (const { exit, stdout } of ran) {
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Usage: icp/);
  }
});
