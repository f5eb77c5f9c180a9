import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { technology } from '../../src/icp/profiles/technology.ts';
import { runIcp, verdictOf } from './run-icp.ts';

const THREE_QUESTIONS = join(__dirname, 'profiles', 'three-questions.json');
const WORKFLOW_TOOL = '5,5,3,4,4,4';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-profiles-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The three questions with something changed. */
async function profileFile(name: string, change: (profile: Profile) => void): Promise<string> {
  const profile = JSON.parse(await readFile(THREE_QUESTIONS, 'utf8')) as Profile;
  change(profile);
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(profile));
  return file;
}

interface Profile {
  dimensions: { weight: number }[];
  checks: { caps: { rating: { dimension: string } } }[];
}

test('both candidates of the guide as JSON, key by key', async () => {
  const [workflowTool, wellKnownLogo] = await Promise.all([
    verdictOf('--ratings', WORKFLOW_TOOL),
    verdictOf('--ratings', '2,3,4,3,2,3'),
  ]);

  expect(workflowTool).toEqual({
    total: 430,
    ratedTotal: 430,
    low: 430,
    high: 430,
    scoreLane: 'deep',
    lane: 'deep',
    clearance: 'pending',
    ratedCount: 6,
    causes: [{ code: 'ratings', text: '430 points of 500 reach the floor of 380 for Deep.' }],
    headline: `Deep · ${technology.lanes.deep.label} · 430 of 500 · 5 checks open · evidence missing for 2 questions`,
    next: 'Check vanity logo, competitor in disguise and 3 more; add evidence for customer overlap and technical readiness.',
    counted: {
      customer_overlap: 5,
      product_complementarity: 5,
      distribution_reach: 3,
      technical_readiness: 4,
      commercial_alignment: 4,
      strategic_fit: 4,
    },
    nextQuestion: null,
    margin: {
      ratings: [],
      weights: [{ dimension: 'distribution_reach', weight: 20, at: 51, lane: 'fast' }],
      checks: [
        { check: 'vanity-logo', to: 'flagged', lane: 'fast' },
        { check: 'competitor-in-disguise', to: 'flagged', lane: 'pass' },
        { check: 'single-prospect-request', to: 'flagged', lane: 'fast' },
        { check: 'enthusiastic-contact', to: 'flagged', lane: 'fast' },
      ],
    },
  });
  expect(wellKnownLogo).toMatchObject({ total: 280, lane: 'fast', clearance: 'not-required' });
});

test('a candidate of the guide as text: headline, points per dimension, lane and margin', async () => {
  const { exit, stdout } = await runIcp(['verdict', '--ratings', WORKFLOW_TOOL]);

  expect(exit).toBe(0);
  expect(stdout).toMatch(/^Deep · .+ · 430 of 500 · 5 checks open · evidence missing for 2 questions\n/);
  expect(stdout).toMatch(/Customer overlap +30 x 5 +150\n/);
  expect(stdout).toMatch(/Strategic fit +5 x 4 +20\n/);
  expect(stdout).toMatch(/Lane: Deep · .+ +Clearance for Deep: Not yet cleared/);
  expect(stdout).not.toMatch(/undefined|null|NaN|bits/);
});

test('unknown is a dash or a question mark, also at the start, and the next question follows', async () => {
  const [dash, questionMark] = await Promise.all([
    verdictOf('--ratings', '-,5,3,4,-,4'),
    verdictOf('--ratings', '?,5,3,4,?,4'),
  ]);

  expect(dash).toEqual(questionMark);
  expect(dash).toMatchObject({
    total: null,
    ratedTotal: null,
    low: 280,
    high: 440,
    lane: 'undecided',
    clearance: null,
    ratedCount: 4,
    nextQuestion: { dimension: 'customer_overlap', bits: expect.any(Number) as unknown },
  });
  expect(JSON.stringify(dash['nextQuestion'])).toMatch(/"bits":\d\.\d{1,6}\}/);
});

test('flags, notes and evidence count, with the effect in words', async () => {
  const notes = ['vanity-logo', 'competitor-in-disguise', 'single-prospect-request', 'enthusiastic-contact'];
  const supported = [
    ...['--evidence', 'customer_overlap=40 shared customers'],
    ...['--evidence', 'technical_readiness=https://example.com/docs?a=b'],
  ];
  const [flagged, cleared, text] = await Promise.all([
    verdictOf('--ratings', WORKFLOW_TOOL, '--flag', 'dead-api,vanity-logo'),
    verdictOf(
      ...['--ratings', WORKFLOW_TOOL, '--clear', [...notes, 'dead-api'].join(',')],
      ...[...notes, 'dead-api'].flatMap((check) => ['--note', `${check}=asked`]),
      ...supported,
    ),
    runIcp(['verdict', '--ratings', WORKFLOW_TOOL, '--flag', 'dead-api']),
  ]);

  expect(flagged).toMatchObject({
    total: 400,
    ratedTotal: 430,
    lane: 'fast',
    scoreLane: 'deep',
    clearance: 'blocked',
    counted: { technical_readiness: 2 },
    causes: [{ code: 'ratings' }, { code: 'vanity-logo' }, { code: 'dead-api' }],
  });
  expect(cleared).toMatchObject({ lane: 'deep', clearance: 'cleared' });
  expect(text.stdout).toMatch(/15 x 4 +30 {2}counts as 2/);
});

test('a profile from a file judges by its own questions, floors and words', async () => {
  const judged = await verdictOf('--profile', THREE_QUESTIONS, '--ratings', '5,4,3', '--flag', 'dead-api');

  expect(judged).toMatchObject({
    total: 410,
    ratedTotal: 430,
    lane: 'deep',
    counted: { shared_users: 5, fit: 4, ready: 2 },
  });
});

test('bad input ends with 2 and one sentence that names the field', async () => {
  const tooLight = await profileFile('99.json', (profile) => {
    for (const dimension of profile.dimensions.slice(0, 1)) dimension.weight = 49;
  });
  const capsNothing = await profileFile('cap.json', (profile) => {
    for (const check of profile.checks) check.caps.rating.dimension = 'charm';
  });
  const noJson = join(folder, 'broken.json');
  await writeFile(noJson, '{');
  const ratings = ['--ratings', WORKFLOW_TOOL];
  const expected: [string[], RegExp][] = [
    [['--ratings', '5,5,3'], /^--ratings: 3 given, but the profile asks for 6: customer_overlap, /],
    [['--ratings', '5,5,3,4,4,6'], /^--ratings: strategic_fit is "6"\. .*1 to 5/],
    [[...ratings, '--flag', 'bad-breath'], /^--flag: "bad-breath" is no check .*dead-api/],
    [[...ratings, '--note', 'dead-api'], /^--note: "dead-api" is not of the form name=value/],
    [['--profile', tooLight, '--ratings', '5,4,3'], /^--profile: .*weights must sum to 100, these sum to 99/],
    [['--profile', capsNothing, '--ratings', '5,4,3'], /^--profile: .*caps\.rating\.dimension.*charm/],
    [['--profile', noJson, '--ratings', '5,4,3'], /^--profile: .* is no JSON/],
    [['--profile', 'nowhere.json', ...ratings], /^--profile: the file nowhere\.json cannot be read/],
    [[], /required option '--ratings <list>'/],
  ];

  const ran = await Promise.all(expected.map(([args]) => runIcp(['verdict', ...args])));

  for (const [index, { exit, stderr, stdout }] of ran.entries()) {
    expect(stderr).toMatch(expected[index]?.[1] ?? '');
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  }
});
