import { DEFAULT_SWITCHES } from '../../sandbox/hubspot/switches.ts';
import type { Answer } from './answer.ts';
import type { Live } from './live.ts';
import {
  type Claim,
  type Finding,
  type Outcome,
  type Probe,
  Refused,
  type Saw,
  Skipped,
  Stopped,
} from './probe.ts';

export interface ProbeRun {
  /** One for each claim of the probe. */
  readonly findings: readonly Finding[];
  /** Why the whole check ends here. */
  readonly stopped: Stopped | undefined;
}

/** Runs a probe. What it could not see is said with the reason, never left out. */
export async function runProbe(live: Live, probe: Probe): Promise<ProbeRun> {
  const findings = new Map<Claim, Finding>();
  const add = (claim: Claim, outcome: Outcome, seen: string, answer?: Answer) =>
    findings.set(claim, {
      probe: probe.name,
      claim,
      outcome,
      seen,
      ...(answer === undefined ? {} : { answer }),
    });
  const saw: Saw = {
    guess: (claim, setting, seen, answer) => {
      const isDefault = setting === DEFAULT_SWITCHES[claim.flag];
      const outcome = setting === undefined ? 'neither' : isDefault ? 'as guessed' : 'other setting';
      add(claim, outcome, seen, answer);
    },
    fact: (claim, holds, seen, answer) => void add(claim, holds ? 'as documented' : 'neither', seen, answer),
  };
  const ended = await probe.run(live, saw).then(() => undefined, trouble);
  const unseen = probe.decides.filter((claim) => !findings.has(claim));
  for (const claim of unseen) {
    const wasRefused = ended instanceof Refused;
    const reason = ended?.message ?? 'the probe did not look at it';
    add(claim, wasRefused ? 'neither' : 'skipped', reason, wasRefused ? ended.answer : undefined);
  }
  const inOrder = probe.decides.flatMap((claim) => findings.get(claim) ?? []);
  return { findings: inOrder, stopped: ended instanceof Stopped ? ended : undefined };
}

/** What may end a probe. @throws anything else: a mistake of ours */
function trouble(error: unknown): Refused | Skipped | Stopped {
  if (error instanceof Refused || error instanceof Skipped || error instanceof Stopped) return error;
  throw error;
}
