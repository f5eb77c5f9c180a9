import { DEFAULT_SWITCHES } from '../../sandbox/hubspot/switches.ts';
import type { Answer } from './answer.ts';
import { type Ledger, leftText, openLedger, removeAll } from './ledger.ts';
import { findLeftovers } from './leftovers.ts';
import { type Live, openLive } from './live.ts';
import { type Outcome, Refused, Skipped, Stopped } from './outcome.ts';
import type { Clock, Paced } from './pace.ts';
import type { Claim, Finding, Observe, Probe } from './probe.ts';
import { PROBES } from './probes.ts';
import type { Run } from './report.ts';

const INDEX_LAG_MS = 15_000;

/** What running the probes takes. */
export interface ProbeOptions {
  readonly clock: Clock;
  readonly say: (line: string) => void;
  /** Six letters or digits that stand in every name that this run gives. */
  readonly run: string;
  /** All of them when left out. */
  readonly probes?: readonly Probe[];
}

type Outcomes = Pick<Run, 'findings' | 'stopped' | 'leftBehind'>;

/** Runs the probes in order, cleaning up after each; searches for leftovers at the end. */
export async function runAll(check: ProbeOptions, paced: Paced): Promise<Outcomes> {
  const findings: Finding[] = [];
  let stopped: string | undefined;
  const ledger = openLedger();
  const live = openLive(paced, check.clock, ledger, check.run);
  let leftBehind: readonly string[] = [];
  try {
    for (const probe of check.probes ?? PROBES) {
      check.say(probe.name);
      const ran = await runProbe(live, probe);
      findings.push(...ran.findings);
      stopped = ran.stopped?.message;
      if (stopped !== undefined) break;
      await ledger.cleanUp(paced.send);
    }
  } finally {
    leftBehind = await cleanUp(check, paced, ledger);
  }
  return { findings, stopped, leftBehind };
}

/** Deletes what is known, then what is found by name. */
async function cleanUp(check: ProbeOptions, paced: Paced, ledger: Ledger): Promise<readonly string[]> {
  paced.cleanUp();
  const known = await ledger.cleanUp(paced.send);
  // Records of lost responses are found by search, and the search index lags.
  if (paced.lostAnswers() > 0) await check.clock.sleep(INDEX_LAG_MS);
  const found = await removeAll(paced.send, await findLeftovers(paced.send, check.run));
  return [...new Set([...known, ...found].map(leftText))];
}

export interface ProbeRun {
  /** One for each claim of the probe. */
  readonly findings: readonly Finding[];
  /** Why the whole check ends here. */
  readonly stopped: Stopped | undefined;
}

/** Runs a probe. Claims that it did not observe get a finding with the reason. */
async function runProbe(live: Live, probe: Probe): Promise<ProbeRun> {
  const findings = new Map<Claim, Finding>();
  const add = (claim: Claim, outcome: Outcome, seen: string, answer?: Answer) =>
    findings.set(claim, {
      probe: probe.name,
      claim,
      outcome,
      seen,
      ...(answer === undefined ? {} : { answer }),
    });
  const observe: Observe = {
    guess: (claim, setting, seen, answer) => {
      const isDefault = setting === DEFAULT_SWITCHES[claim.flag];
      const outcome = setting === undefined ? 'neither' : isDefault ? 'as guessed' : 'other setting';
      add(claim, outcome, seen, answer);
    },
    fact: (claim, holds, seen, answer) => void add(claim, holds ? 'as documented' : 'neither', seen, answer),
  };
  const ended = await probe.run(live, observe).then(() => undefined, trouble);
  const unseen = probe.decides.filter((claim) => !findings.has(claim));
  for (const claim of unseen) {
    const wasRefused = ended instanceof Refused;
    const reason = ended?.message ?? 'the probe did not look at it';
    add(claim, wasRefused ? 'neither' : 'skipped', reason, wasRefused ? ended.answer : undefined);
  }
  const inOrder = probe.decides.flatMap((claim) => findings.get(claim) ?? []);
  return { findings: inOrder, stopped: ended instanceof Stopped ? ended : undefined };
}

/** Errors that may end a probe. @throws any other */
function trouble(error: unknown): Refused | Skipped | Stopped {
  if (error instanceof Refused || error instanceof Skipped || error instanceof Stopped) return error;
  throw error;
}
