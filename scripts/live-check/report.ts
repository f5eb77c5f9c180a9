import { BEHAVIOURS } from '../../sandbox/hubspot/behaviours.ts';
import { type Outcome, OUTCOMES } from './outcome.ts';
import type { Claim, Finding } from './probe.ts';
import { UNDECIDED } from './probes.ts';
import { outlineOf } from './redact.ts';

/** Summary of a run. */
export interface Run {
  readonly startedAt: string;
  readonly accountType: string;
  /** The last three digits. */
  readonly accountEnd: string;
  readonly calls: number;
  readonly seconds: number;
  /** Why it ended early. */
  readonly stopped: string | undefined;
  readonly findings: readonly Finding[];
  /** What could not be deleted. */
  readonly leftBehind: readonly string[];
}

export const isDifference = ({ outcome }: Finding): boolean =>
  outcome === 'other setting' || outcome === 'neither';

export function countsOf(findings: readonly Finding[]): Readonly<Record<Outcome, number>> {
  const counts = { 'as documented': 0, 'as guessed': 0, 'other setting': 0, neither: 0, skipped: 0 };
  for (const { outcome } of findings) counts[outcome] += 1;
  return counts;
}

/** The claim's row in the sandbox's tables. */
function tableOf(claim: Claim) {
  if (claim.kind === 'guess') {
    const { flag, byDefault, otherwise } = claim;
    const { tag, source } = BEHAVIOURS.find((behaviour) => behaviour.flag === flag) ?? {};
    const settings = { default: described(byDefault), other: described(otherwise) };
    return { switch: flag, tag, source, ...settings };
  }
  const known = BEHAVIOURS.find(({ what }) => what === claim.what);
  return { behaviour: claim.what, tag: known?.tag ?? 'assumed by the product', source: known?.source };
}

const described = ([setting, sandbox]: readonly [unknown, string]) => ({ setting, sandbox });

const adviceFor = ({ claim, outcome }: Finding) =>
  claim.kind === 'guess' && outcome === 'other setting'
    ? { flip: `${claim.flag}: ${JSON.stringify(claim.otherwise[0])}` }
    : {};

/** The report for programs. Not yet redacted. */
export function asJson({ findings, ...run }: Run): string {
  const rows = findings.map((finding) => ({
    probe: finding.probe,
    ...tableOf(finding.claim),
    hubspot: finding.seen,
    outcome: finding.outcome,
    ...adviceFor(finding),
    ...(isDifference(finding) && finding.answer !== undefined ? { answer: outlineOf(finding.answer) } : {}),
  }));
  const undecided = Object.entries(UNDECIDED).map(([name, why]) => ({ switch: name, why }));
  return `${JSON.stringify({ ...run, counts: countsOf(findings), findings: rows, undecided }, null, 2)}\n`;
}

/** The report for people, differences first. Not yet redacted. */
export function asMarkdown(run: Run): string {
  const { accountType, accountEnd, calls, seconds, stopped, findings, leftBehind } = run;
  const counts = countsOf(findings);
  const differences = findings.filter(isDifference);
  const sections = [
    '# The sandbox against a live account',
    `${run.startedAt}, account ...${accountEnd} (${accountType}), ${calls} calls in ${seconds} s.`,
    ...(stopped === undefined ? [] : [`**Ended early: ${stopped}.**`]),
    OUTCOMES.map((outcome) => `${outcome}: ${counts[outcome]}`).join(', '),
    '## Differences',
    differences.length === 0 ? 'None.' : differences.map(differenceText).join('\n\n'),
    '## Everything that was looked at',
    table(['probe', 'sandbox', 'HubSpot', 'outcome'], findings.map(rowOf)),
    '## Guesses that stay guesses',
    table(['switch', 'why'], Object.entries(UNDECIDED)),
    '## Left behind',
    leftBehind.length === 0
      ? 'Nothing. HubSpot keeps deleted records and properties in its bin for 90 days.'
      : leftBehind.map((left) => `- ${left}`).join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

const nameOf = (claim: Claim) => (claim.kind === 'guess' ? `\`${claim.flag}\`` : claim.what);

function differenceText(finding: Finding): string {
  const { claim, outcome, seen, answer, probe } = finding;
  const lines = [`### ${nameOf(claim)}: ${outcome}`, `Probe ${probe}. HubSpot: ${seen}.`];
  if (claim.kind === 'guess')
    lines.push(`Sandbox by default: ${claim.byDefault[1]}. At the other setting: ${claim.otherwise[1]}.`);
  const { flip } = adviceFor(finding);
  if (flip !== undefined) lines.push(`Set \`${flip}\` in \`sandbox/hubspot/switches.ts\`.`);
  if (answer !== undefined) lines.push(`\`\`\`json\n${JSON.stringify(outlineOf(answer), null, 2)}\n\`\`\``);
  return lines.join('\n\n');
}

function rowOf({ probe, claim, seen, outcome }: Finding): readonly string[] {
  const sandbox = claim.kind === 'guess' ? `\`${claim.flag}\`: ${claim.byDefault[1]}` : claim.what;
  return [probe, sandbox, seen, outcome];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
