import { propertyOf } from '../../crm/property-names.ts';
import { amount } from '../amount.ts';
import { ROUNDS } from '../scorecard/repair.ts';
import { type Finding, type FindingCode, type Tally, count } from './finding.ts';

/** Companies by what is the matter with them. */
export type Tallies = Map<FindingCode, Tally>;

const SENTENCES: Partial<Record<FindingCode, (companies: string) => string>> = {
  'unknown-profile-version': (companies) =>
    `${companies} judged by a profile version that is not known here. Nothing is derived until it is published again or the app is updated.`,
  'newer-rules': (companies) =>
    `${companies} judged by a newer version of Partner ICP. Update this one; until then it leaves them alone.`,
  unjudgeable: (companies) =>
    `${companies} rated and cannot be judged. Open each card: it says what is missing.`,
  'unreadable-value': (companies) =>
    `${companies} found with a value that the app cannot read; it counts as unknown. Correct it on the record.`,
  'superseded-profile-version': (companies) =>
    `${companies} judged by an earlier version of the profile. That is no error: the version stays until somebody judges anew.`,
  'not-writable': (companies) =>
    `${companies} not repaired. Put right what is said below, then run: icp doctor --repair`,
  'keeps-changing': (companies) =>
    `${companies} changed back by something else after a repair; at most ${ROUNDS} were tried. Look for a workflow or another app that sets ${propertyOf('lane')} or other properties of the verdict, and turn it off. Then run: icp doctor --repair`,
};

/**
 * What the counts of a run say.
 *
 * @param heldBack why nothing was repaired although it was asked for
 * @param stayed how many repaired verdicts were still right at the end
 */
export function findingsOf(
  tallies: Tallies,
  repair: boolean,
  heldBack: string | null,
  stayed: number,
): Finding[] {
  const findings: Finding[] = [];
  for (const [code, { count: number, examples }] of tallies) {
    const companies = amount(number, 'company was', 'companies were');
    const isDiffering = code === 'verdict-differs';
    const message = isDiffering
      ? differs(number, repair, heldBack, stayed)
      : (SENTENCES[code]?.(companies) ?? companies);
    const weight = code === 'superseded-profile-version' ? 'note' : 'fault';
    findings.push({ code, weight, message, count: number, examples, repaired: isDiffering ? stayed : 0 });
  }
  return findings;
}

function differs(number: number, repair: boolean, heldBack: string | null, stayed: number): string {
  const what = `${amount(number, 'stored verdict does', 'stored verdicts do')} not follow from the scorecard.`;
  if (repair && heldBack !== null) return `${what} ${heldBack}`;
  if (!repair) return `${what} Somebody edited the properties of the verdict. Run: icp doctor --repair`;
  return stayed === number ? `${what} Put right.` : `${what} ${stayed.toLocaleString('en')} put right.`;
}

/** Counts one company. */
export function tally(tallies: Tallies, code: FindingCode, name: string): void {
  const known = tallies.get(code) ?? { count: 0, examples: [] };
  count(known, name);
  tallies.set(code, known);
}
