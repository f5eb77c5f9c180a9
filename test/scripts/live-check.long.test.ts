import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BEHAVIOURS } from '../../sandbox/hubspot/behaviours.ts';
import { DEFAULT_SWITCHES, type Switches } from '../../sandbox/hubspot/switches.ts';
import type { Claim, Guess } from '../../scripts/live-check/probe.ts';
import { PROBES, SCOPES, UNDECIDED } from '../../scripts/live-check/probes.ts';
import { ACCOUNT_ID, type Row, leftIn, rowsOf, unusual, withLiveAccount } from './live-check-account.ts';

const claims: readonly Claim[] = PROBES.flatMap(({ decides }) => decides);
const guesses = claims.filter((claim): claim is Guess => claim.kind === 'guess');
test('every guess is decided by one probe, or said to be undecidable', () => {
  const known = [...guesses.map(({ flag }) => flag), ...Object.keys(UNDECIDED)];

  expect(known.toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
});

test('what a probe says of the sandbox’s default is the default, and documented claims stand in the tables', () => {
  const documented = BEHAVIOURS.filter(({ tag }) => tag !== 'guessed').map(({ what }) => what);
  const rows = claims.flatMap((claim) => (claim.kind === 'row' ? [claim.what] : []));

  for (const { flag, byDefault, otherwise } of guesses) {
    expect({ flag, setting: byDefault[0] }).toEqual({ flag, setting: DEFAULT_SWITCHES[flag] });
    expect(otherwise[0]).not.toBe(byDefault[0]);
  }
  expect(rows.filter((what) => !documented.includes(what))).toEqual([]);
});

test('docs/live.md says how much the probes decide', async () => {
  const live = await readFile(join(__dirname, '..', '..', 'docs', 'live.md'), 'utf8');
  const count = (kind: Claim['kind']) => claims.filter((claim) => claim.kind === kind).length;

  expect(live).toContain(
    `its ${PROBES.length} probes decide ${count('guess')} of the switches, ${count('row')} other rows of the table ` +
      `and ${count('assumption')} assumptions of ours`,
  );
  expect(live).toContain(`The other ${Object.keys(UNDECIDED).length} switches need`);
});

test('with the scopes that it asks for and default switches every guess is as guessed, everything else as documented, and nothing stays behind', () =>
  withLiveAccount({ scopes: SCOPES }, async ({ check, sandbox, said }) => {
    const result = await check();

    expect(unusual(result)).toEqual([]);
    expect(rowsOf(result).filter(({ outcome }) => outcome === 'as guessed')).toHaveLength(guesses.length);
    expect(result.exitCode).toBe(0);
    expect(leftIn(sandbox.portal.dump())).toEqual([]);
    expect(said.join('\n')).toContain(`Sandbox account (${ACCOUNT_ID}, DEVELOPER_TEST)`);
    expect(said.join('\n')).toContain('At most 600 calls and 15 minutes');
  }));

const OTHERWISE = {
  ruleHolds: 'any-write',
  ruleLooksAtStored: false,
  refusedCallsCount: true,
  associationScopes: 'both-ends',
  recordAssociationPage: 1,
  authCodeSeconds: 60,
  revokedRefreshToken: 'access-ends',
  refreshedToken: 'is-replaced',
  createdValuesAreTold: false,
  labelChangesAreTold: true,
  typedInputs: 'absent',
  actionCallsSigned: 'v2-and-v3',
  repeatedCompletion: 204,
} as const satisfies Pick<Switches, keyof typeof UNDECIDED>;

/** Every four of eight runs, as bits, each beside the other four: of any two of these neither holds the other. */
const FOURS = Array.from({ length: 2 ** 7 }, (_, bits) => [bits, 2 ** 8 - 1 - bits])
  .filter(([bits = 0]) => bits.toString(2).replaceAll('0', '').length === 4)
  .flat();

/** Where a search folds accents, no call shows whether it also composes them: never both in one run. */
const APART = ['searchAccents', 'searchNormalises'];
const placed = guesses.toSorted(
  (one, other) => Number(APART.includes(other.flag)) - Number(APART.includes(one.flag)),
);

/** Eight runs: any guess is the other way in one of them in which any second guess is not. */
const RUNS = Array.from({ length: 8 }, (_, run) =>
  placed.filter((_guess, index) => ((FOURS[index] ?? 0) & (2 ** run)) !== 0),
);

test('each guess is the other way in a run in which any second one is not', () => {
  for (const one of guesses)
    for (const other of guesses.filter((guess) => guess !== one))
      expect(RUNS.some((flipped) => flipped.includes(one) && !flipped.includes(other))).toBe(true);
});

test.each(RUNS.map((flipped) => [flipped.map(({ flag }) => flag).join(', '), flipped] as const))(
  'with %s the other way exactly their claims name the switch to flip',
  (_, flipped) =>
    withLiveAccount(
      { switches: Object.fromEntries(flipped.map(({ flag, otherwise: [setting] }) => [flag, setting])) },
      async ({ check, sandbox }) => {
        const result = await check();

        expect(bySwitch(unusual(result))).toEqual(
          bySwitch(
            flipped.map(({ flag, otherwise: [setting] }) => ({
              ...{ switch: flag, outcome: 'other setting', flip: `${flag}: ${JSON.stringify(setting)}` },
            })),
          ),
        );
        expect(result.exitCode).toBe(1);
        // A schema that HubSpot keeps while its deleted records could be restored cannot be taken away.
        const stays = flipped.some(({ flag }) => flag === 'schemaOfArchivedObjects');
        expect(leftIn(sandbox.portal.dump()).length > 0).toBe(stays);
      },
    ),
);

function bySwitch(rows: readonly Pick<Row, 'switch' | 'outcome' | 'flip'>[]) {
  return rows
    .map(({ switch: flag = '', outcome, flip }) => ({ flag, outcome, flip }))
    .sort((one, other) => one.flag.localeCompare(other.flag));
}

test('guesses that it cannot decide change nothing of what it sees', () =>
  withLiveAccount({ switches: OTHERWISE }, async ({ check }) => {
    expect(unusual(await check())).toEqual([]);
  }));

test('never more than 5 calls a second, and fewer than the bound', () =>
  withLiveAccount({}, async ({ check, sentAt }) => {
    await check();

    const within = (from: number) => sentAt.filter((at) => at >= from && at < from + 1_000).length;
    expect(Math.max(...sentAt.map(within))).toBeLessThanOrEqual(5);
    expect(sentAt.length).toBeLessThan(400);
  }));
