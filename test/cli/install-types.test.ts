import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import { type Ran, runIcp } from './run-icp.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

function icp(...args: string[]): Promise<Ran> {
  return runIcp(args, { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl });
}

function json({ stdout }: Ran): unknown {
  return JSON.parse(stdout);
}

test('a company of a type that is not installed is told the next step, which helps', async () => {
  await icp('install', '--types', 'technology');
  const companyId = await portal.createCompany({ ipp_partner_type: 'reseller' });
  const save = ['save', companyId, '--by', 'jane@example.com', '--set', 'people=4'];

  const [loaded, refused] = await Promise.all([icp('load', companyId), icp(...save)]);
  const installed = await icp('install', '--types', 'reseller');
  const saved = await icp(...save);

  expect(loaded.stdout).toMatch(
    /Reseller \(channel\)\nThere is no verdict:\n! .*icp install --types reseller\./,
  );
  expect(refused).toMatchObject({ exit: 3, stderr: expect.stringMatching(/--types reseller/) as unknown });
  expect(installed.stdout).toMatch(/Partner types that can be scored: Technology partner, Reseller, /);
  expect(saved.stdout).toMatch(/Reseller \(channel\)\nNeeds answers · /);
});

test('several types, in one option or in many, and all of them', async () => {
  const both = await icp('install', '--types', 'technology, reseller', '--types', 'oem', '--json');
  const all = await icp('install', '--types', 'all', '--json');

  expect(json(both)).toMatchObject({ types: expect.arrayContaining(['technology', 'reseller']) as unknown });
  expect(json(both)).toMatchObject({ repaired: [], unchanged: [], clashes: [] });
  expect(json(all)).toMatchObject({ created: [], repaired: [], clashes: [] });
  expect((json(all) as { types: string[] }).types).toHaveLength(9);
});

test('an unknown type ends with 2 and one sentence, and nothing is written', async () => {
  const calls = await portal.callsDuring(async () => {
    const ran = await Promise.all([
      icp('install', '--types', 'distributor'),
      icp('install', '--types', 'reseller,distributor'),
      icp('install', '--types', ','),
    ]);

    for (const { exit, stdout, stderr } of ran) {
      expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
      expect(stderr).toMatch(/^--types: .* technology, reseller, .*marketing\.\n$/);
    }
  });

  expect(calls).toEqual([]);
});

test('the help says that a later run adds types and touches nothing else', async () => {
  const { stdout } = await icp('install', '--help');

  expect(stdout).toMatch(/technology, reseller, .*marketing\./);
  expect(stdout).toMatch(/a later run adds more types, [^.]* touches nothing else/);
});
