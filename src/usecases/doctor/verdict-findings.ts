import { propertyOf } from '../../crm/property-names.ts';
import { amount } from '../amount.ts';
import { ROUNDS } from '../scorecard/repair.ts';
import { type Finding, type FindingCode, type Tally, count } from './finding.ts';
import {
  REPAIR_VERDICTS,
  keepChanging,
  notRead,
  notRepaired,
  rulesNewer,
  unjudgeable,
  unreadable,
  verdictsDiffer,
  versionSuperseded,
  versionUnknown,
} from '../../messages/doctor.ts';

/** Companies by what is the matter with them. */
export type Tallies = Map<FindingCode, Tally>;

const SENTENCES: Partial<Record<FindingCode, (companies: string) => string>> = {
  'unknown-profile-version': versionUnknown,
  'newer-rules': rulesNewer,
  unjudgeable,
  'unreadable-value': unreadable,
  'superseded-profile-version': versionSuperseded,
  'not-writable': notRepaired,
  'not-read': notRead,
  'keeps-changing': (companies) => keepChanging(companies, ROUNDS, propertyOf('lane')),
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
  const what = verdictsDiffer(amount(number, 'stored verdict does', 'stored verdicts do'));
  if (repair && heldBack !== null) return `${what} ${heldBack}`;
  if (!repair) return `${what} ${REPAIR_VERDICTS}`;
  return stayed === number ? `${what} Repaired.` : `${what} ${stayed.toLocaleString('en')} repaired.`;
}

/** Counts one company. */
export function tally(tallies: Tallies, code: FindingCode, name: string): void {
  const known = tallies.get(code) ?? { count: 0, examples: [] };
  count(known, name);
  tallies.set(code, known);
}
