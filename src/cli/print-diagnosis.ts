import { partnerTypeLabel } from '../icp/partner-types.ts';
import { amount } from '../usecases/amount.ts';
import type { Diagnosis } from '../usecases/doctor/doctor.ts';
import type { Finding } from '../usecases/doctor/finding.ts';

const figure = (number: number) => number.toLocaleString('en');

/** Calls within ten seconds tell plans apart. Source: HubSpot, "API usage guidelines and limits". */
const PLANS: Readonly<Record<number, string>> = {
  100: 'Free or Starter',
  190: 'Professional or Enterprise',
  250: 'API limit increase',
};

/** Prints what the doctor saw: the portal in a few lines, then each finding with its next step, then the sum. */
export function printDiagnosis(diagnosis: Diagnosis): void {
  for (const line of portalLines(diagnosis)) console.log(line);
  for (const finding of diagnosis.findings) printFinding(finding);
  const left = diagnosis.findings.filter(
    ({ weight, count, repaired }) => weight === 'fault' && repaired < count,
  );
  console.log(diagnosis.healthy ? 'Healthy.' : `Not healthy: ${left.length} to put right.`);
}

function portalLines({ account, limits, propertyRoom, mark, types, companies, deals }: Diagnosis): string[] {
  const lines: string[] = [];
  if (account !== null) lines.push(`Portal ${account.id}${account.name === null ? '' : `, ${account.name}`}`);
  const shown: string[] = [];
  if (limits.calls !== null)
    shown.push(`${limits.calls} calls in ten seconds (${PLANS[limits.calls] ?? 'plan not known'})`);
  if (limits.daily !== null && limits.dailyLeft !== null)
    shown.push(`${figure(limits.dailyLeft)} of ${figure(limits.daily)} calls left today`);
  if (propertyRoom !== null)
    shown.push(`${figure(propertyRoom.used)} of ${figure(propertyRoom.limit)} custom company properties`);
  if (shown.length > 0) lines.push(`Limits: ${shown.join('; ')}`);
  if (mark !== null) lines.push(`Installed: ${mark.edition} edition, version ${mark.version}`);
  if (types.length > 0) lines.push(`Partner types: ${types.map(partnerTypeLabel).join(', ')}`);
  lines.push(
    `Looked at ${amount(companies, 'scored company', 'scored companies')} and ${amount(deals, 'partner deal', 'partner deals')}.`,
  );
  return lines;
}

function printFinding({ code, weight, message, count, examples, repaired }: Finding): void {
  const sign = weight === 'note' ? '-' : repaired >= count ? '+' : '!';
  console.log(`${sign} ${message} [${code}]`);
  if (count > 1 || examples.length > 1 || examples.some((name) => !message.includes(name)))
    for (const name of examples) console.log(`    ${name}`);
  if (count > examples.length && examples.length > 0)
    console.log(`    and ${figure(count - examples.length)} more`);
}
