import { GUIDANCE } from '../../src/icp/guidance.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { promptsOf } from '../../src/icp/profile.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { runIcp, verdictOf } from './run-icp.ts';

const EVERY_TYPE = PARTNER_TYPES.map(({ key }) => key);
const LISTED = /technology, reseller, referral, oem, broker-agent, .*, solution, marketing/;

test('the types are listed in aligned columns, each with category, label, version and sentence', async () => {
  const { exit, stdout, stderr } = await runIcp(['profile', 'list', '--shipped']);

  const lines = stdout.trimEnd().split('\n');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(lines).toHaveLength(9);
  expect(lines[1]).toMatch(/^reseller +channel +Reseller +reseller@0 +Sells our product/);
  const starts = lines.map((line) => [...line.matchAll(/ {2}(?=\S)/g)].map(({ index }) => index));
  expect(starts.map((columns) => columns.slice(0, 4))).toEqual(lines.map(() => starts[0]?.slice(0, 4)));
});

test('the list as JSON names each type and what it starts under', async () => {
  const { stdout } = await runIcp(['profile', 'list', '--shipped', '--json']);

  expect(JSON.parse(stdout)).toEqual(
    PARTNER_TYPES.map(({ key, category, label }) => ({
      ...{ type: key, category, label, sentence: GUIDANCE.types[key] },
      ...{ version: `${key}@0`, isDefault: key === 'technology' },
    })),
  );
});

test.each(EVERY_TYPE)('the profile of %s is shown whole, in lines that fit a terminal', async (type) => {
  const profile = SHIPPED_PROFILES.find((shipped) => shipped.type === type);
  if (profile === undefined) throw new Error('not shipped');
  const { exit, stdout } = await runIcp(['profile', 'show', type, '--shipped']);

  const text = stdout.replaceAll(/\s+/g, ' ');
  expect(exit).toBe(0);
  for (const dimension of profile.dimensions) {
    const { label, weight, weightReason, question, anchors, rubric } = dimension;
    expect(text).toContain(`${label}, weight ${weight} ${question} Why ${weight}: ${weightReason}`);
    for (const part of [...anchors, ...rubric, ...promptsOf(dimension, profile)])
      expect(text).toContain(part);
  }
  for (const { label, looksLike, whyItFails, asks } of profile.checks)
    for (const part of [label, looksLike, whyItFails, ...asks]) expect(text).toContain(part);
  for (const { label, next } of Object.values(profile.lanes))
    expect(text).toMatch(new RegExp(`${label.replaceAll(/[()]/g, '\\$&')}, .*${next}`));
  for (const reason of Object.values(profile.minimumReasons)) expect(text).toContain(reason);
  expect(text).toContain(profile.origin);
  expect(text).not.toMatch(/undefined|null|NaN/);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('caps and minimums stand in words', async () => {
  const [technology, reseller] = await Promise.all(
    ['technology', 'reseller'].map((type) => runIcp(['profile', 'show', type, '--shipped'])),
  );

  expect(technology?.stdout).toMatch(/When flagged, technical readiness counts as at most 2\./);
  expect(technology?.stdout).toMatch(/When flagged, the lane is at most Fast lane\./);
  expect(reseller?.stdout).toMatch(/When flagged, the lane is at most Fast lane\./);
  expect(reseller?.stdout).toMatch(/Deep needs people 3\. Below 3/);
});

test.each([
  [['profile', 'show', 'reseller', '--shipped', '--json']],
  [['profile', 'show', '--shipped', '--json', 'reseller']],
])('a profile as JSON is the profile: %j', async (args) => {
  const { stdout } = await runIcp(args);

  expect(JSON.parse(stdout)).toEqual(SHIPPED_PROFILES.find(({ type }) => type === 'reseller'));
});

test('a profile that does not exist ends with 2 and one sentence', async () => {
  const [unknown, asJson, none, extra] = await Promise.all([
    runIcp(['profile', 'show', 'distributor', '--shipped']),
    runIcp(['profile', 'show', 'distributor', '--shipped', '--json']),
    runIcp(['profile', 'show']),
    runIcp(['profile', 'list', 'reseller']),
  ]);

  expect(unknown).toMatchObject({ exit: 2, stdout: '' });
  expect(unknown.stderr).toMatch(
    /^type: "distributor" is no partner type\. Choose one of technology, .*\.\n$/,
  );
  expect(JSON.parse(asJson.stdout)).toMatchObject({ error: { code: 'invalid-input', field: 'type' } });
  expect(asJson.exit).toBe(2);
  expect(none).toMatchObject({ exit: 2, stderr: expect.stringMatching(/missing.*'type'/) as unknown });
  expect(extra).toMatchObject({ exit: 2, stderr: expect.stringMatching(/too many arguments/) as unknown });
});

test.each(EVERY_TYPE)('ratings are judged by the profile of %s, in its own lane words', async (type) => {
  const { stdout } = await runIcp(['verdict', '--type', type, '--ratings', '5,5,5,5,5,5']);

  const profile = SHIPPED_PROFILES.find((shipped) => shipped.type === type);
  expect(stdout).toContain(
    `Lane: Deep · ${profile?.lanes.deep.label ?? ''}   Clearance for Deep: Not yet cleared`,
  );
  for (const { label } of profile?.dimensions ?? []) expect(stdout).toContain(label);
});

test('an unknown answer of a reseller is asked for in the words of its profile', async () => {
  const judged = await verdictOf('--type', 'reseller', '--ratings', '4,4,-,3,5,4');

  expect(judged).toMatchObject({ low: 355, high: 415, nextQuestion: { dimension: 'role_criteria' } });
});

test('a cleared partner reads the next step of its profile', async () => {
  const checks = ['vanity-logo', 'competitor-in-disguise', 'enthusiastic-contact'];
  const { stdout } = await runIcp([
    ...['verdict', '--type', 'reseller', '--ratings', '3,5,5,4,4,3', '--clear', checks.join(',')],
    ...checks.flatMap((check) => ['--note', `${check}=asked`]),
  ]);

  expect(stdout).toMatch(/Lane: Deep · Full resale {3}Clearance for Deep: Cleared\n/);
  expect(stdout).toContain(`Next: ${reseller.lanes.deep.next}`);
});

test('bad types behind verdict end with 2, and its help lists the good ones', async () => {
  const [unknown, both, help] = await Promise.all([
    runIcp(['verdict', '--type', 'distributor', '--ratings', '1,1,1,1,1,1']),
    runIcp(['verdict', '--type', 'oem', '--profile', 'mine.json', '--ratings', '1,1,1']),
    runIcp(['verdict', '--help']),
  ]);

  expect(unknown).toMatchObject({ exit: 2, stdout: '' });
  expect(unknown.stderr).toMatch(
    /^--type: "distributor" is no partner type\. Choose one of technology, .*\.\n$/,
  );
  expect(both).toMatchObject({ exit: 2, stderr: expect.stringMatching(/cannot be used with/) as unknown });
  expect(help.stdout.replaceAll(/\s+/g, ' ')).toMatch(LISTED);
});
