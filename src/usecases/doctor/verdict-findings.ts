import { propertyOf } from '../../crm/property-names.ts';
import { versionInWords } from '../../icp/profile.ts';
import { amount } from '../amount.ts';
import { ROUNDS } from '../scorecard/repair.ts';
import { type Finding, type FindingCode, type Tally, count } from './finding.ts';
import {
  REPAIR_VERDICTS,
  decisionsIncomplete,
  decisionsOutside,
  decisionsUnreadable,
  keepChanging,
  notRead,
  notRepaired,
  olderRules,
  quartersUnreadable,
  rulesNewer,
  unjudgeable,
  unreadable,
  verdictsDiffer,
  versionSuperseded,
  versionUnknown,
} from '../../messages/doctor.ts';

/** Companies by what is the matter with them. */
export type Tallies = Map<FindingCode, VersionTally>;

interface VersionTally extends Tally {
  /** Where it is about profile versions: how many companies are under each. */
  versions: Map<string, number>;
}

const SENTENCES: Partial<
  Record<FindingCode, (companies: string, versions: ReadonlyMap<string, number>) => string>
> = {
  'unknown-profile-version': (companies, versions) => versionUnknown(companies, inWords(versions)),
  'newer-rules': rulesNewer,
  unjudgeable,
  'unreadable-value': unreadable,
  'superseded-profile-version': (companies, versions) =>
    versionSuperseded(companies, inWords(versions), rejudging(versions)),
  'decision-unreadable': decisionsUnreadable,
  'decision-quarter-unreadable': quartersUnreadable,
  'decision-incomplete': decisionsIncomplete,
  'decision-outside': decisionsOutside,
  'not-writable': notRepaired,
  'not-read': notRead,
  'keeps-changing': (companies) => keepChanging(companies, ROUNDS, propertyOf('lane')),
};

/** They leave the portal healthy. */
const NOTES: readonly FindingCode[] = ['superseded-profile-version', 'decision-outside'];

/** What a run did about verdicts that differ. */
interface Run {
  repair: boolean;
  /** Why nothing was repaired although it was asked for. */
  heldBack: string | null;
  /** How many repaired verdicts were still right at the end. */
  stayed: number;
  /** How many of those that differ are of older rules. */
  older: number;
}

/** What the counts of a run say. */
export function findingsOf(tallies: Tallies, run: Run): Finding[] {
  const findings: Finding[] = [];
  for (const [code, { count: number, examples, versions }] of tallies) {
    const companies = amount(number, 'company was', 'companies were');
    const isDiffering = code === 'verdict-differs';
    const message = isDiffering
      ? differs(number, run)
      : (SENTENCES[code]?.(companies, versions) ?? companies);
    const weight = NOTES.includes(code) ? 'note' : 'fault';
    findings.push({ code, weight, message, count: number, examples, repaired: isDiffering ? run.stayed : 0 });
  }
  return findings;
}

function differs(number: number, { repair, heldBack, stayed, older }: Run): string {
  const what = verdictsDiffer(amount(number, 'stored verdict does', 'stored verdicts do'));
  if (repair && heldBack !== null) return `${what} ${heldBack}`;
  if (!repair)
    return `${what} ${older === 0 ? REPAIR_VERDICTS : olderRules(amount(older, 'of them was', 'of them were'))}`;
  return stayed === number ? `${what} Repaired.` : `${what} ${stayed.toLocaleString('en')} repaired.`;
}

/** "Technology partner, as shipped (40); Reseller, v1 (2)" */
function inWords(versions: ReadonlyMap<string, number>): string {
  return [...versions]
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([key, companies]) => `${versionInWords(key)} (${companies.toLocaleString('en')})`)
    .join('; ');
}

/** A command for each type of these versions. */
function rejudging(versions: ReadonlyMap<string, number>): string {
  const types = new Set([...versions.keys()].flatMap((key) => key.split('@')[0] ?? []));
  return [...types].map((type) => `icp rejudge --type ${type} --dry-run`).join(', then ');
}

/** Counts one company. @param version the profile version that it is about */
export function tally(tallies: Tallies, code: FindingCode, name: string, version?: string): void {
  const known = tallies.get(code) ?? { count: 0, examples: [], versions: new Map<string, number>() };
  count(known, name);
  if (version !== undefined) known.versions.set(version, (known.versions.get(version) ?? 0) + 1);
  tallies.set(code, known);
}
