import { readCompanies } from '../../crm/companies.ts';
import { batches } from '../../crm/client/batches.ts';
import { currentProfile } from '../../icp/profile-versions.ts';
import { completePatch } from '../scorecard/complete-patch.ts';
import type { Context } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { type Judgement, judgeCompany } from '../scorecard/judge.ts';
import { propertyNames } from '../scorecard/ready-types.ts';
import { type BulkCompany, scoredCompanies } from '../scorecard/scored-companies.ts';
import { settleCompanies } from '../scorecard/repair.ts';
import { whyUnwritable } from '../scorecard/why-unwritable.ts';
import type { Finding } from './finding.ts';
import { type Tallies, findingsOf, tally } from './verdict-findings.ts';

interface Options {
  /** Names of the company properties that the portal has. */
  present: ReadonlySet<string>;
  repair: boolean;
  /** Why nothing is repaired in this run although it was asked for. */
  heldBack: string | null;
  onProgress: OnProgress;
}

/**
 * Judges every scored company anew and compares it with what is stored. A repair writes verdicts, never answers, at most
 * three times for each company; at the end it looks at the repaired ones once more, since others may write back later.
 *
 * @returns what was found, and how many companies were looked at
 * @throws CrmError; what was repaired before stays
 */
export async function checkVerdicts(
  context: Context,
  { present, repair, heldBack, onProgress }: Options,
): Promise<{ findings: Finding[]; companies: number }> {
  const tallies: Tallies = new Map();
  const repaired: string[] = [];
  let companies = 0;
  const names = ['name', ...propertyNames(context)];
  for await (const page of scoredCompanies(context.crm, present, names)) {
    const drifting = page.companies.filter((company) => examine(company, context, tallies));
    if (repair && heldBack === null && drifting.length > 0)
      repaired.push(...(await repairVerdicts(context, drifting, tallies)));
    companies += page.companies.length;
    onProgress(companies, Math.max(companies, page.total));
  }
  const stayed = repaired.length - (await changedBack(context, repaired, tallies));
  return { findings: findingsOf(tallies, repair, heldBack, stayed), companies };
}

/** @returns whether the stored verdict is another one than follows */
function examine({ id, properties }: BulkCompany, context: Context, tallies: Tallies): boolean {
  const judgement = judgeCompany({ properties }, context);
  const name = nameOf({ id, properties });
  const { state, untouchable, problems, drift } = judgement;
  const [problem] = problems;
  if (untouchable !== null && untouchable.code !== 'not-installed')
    tally(tallies, untouchable.code, `${name}: ${judgement.profileVersion ?? 'no profile'}`);
  else if (state === 'unjudgeable' && problem !== undefined)
    tally(tallies, 'unjudgeable', `${name}: ${problem.message}`);
  else if (problem !== undefined) tally(tallies, 'unreadable-value', `${name}: ${problem.message}`);
  if (isSuperseded(judgement, context))
    tally(tallies, 'superseded-profile-version', `${name}: ${judgement.profileVersion ?? ''}`);
  const differing = Object.keys(drift);
  if (differing.length > 0) tally(tallies, 'verdict-differs', `${name}: ${differing.join(', ')}`);
  return differing.length > 0;
}

/** A version that is known, and not the newest of its type: somebody may judge the company again. */
function isSuperseded({ profileVersion, profile, untouchable }: Judgement, { profiles }: Context): boolean {
  if (profileVersion === null || untouchable !== null) return false;
  return profile.version < (currentProfile(profiles, profile.type)?.version ?? profile.version);
}

/** @returns the companies whose verdict follows now */
async function repairVerdicts(
  context: Context,
  drifting: readonly BulkCompany[],
  tallies: Tallies,
): Promise<string[]> {
  const { written, refused, unsettled } = await settleCompanies(context, drifting, (company) => {
    const refusal = whyUnwritable(company, context);
    if (refusal !== null) throw refusal;
    return completePatch(company, {}, context);
  });
  for (const company of drifting) {
    const error = refused.get(company.id);
    if (error !== undefined) tally(tallies, 'not-writable', `${nameOf(company)}: ${error.message}`);
    if (unsettled.has(company.id)) tally(tallies, 'keeps-changing', nameOf(company));
  }
  return [...written].filter((id) => !refused.has(id) && !unsettled.has(id));
}

/** Looks at repaired companies once more, and writes nothing. @returns how many differ again */
async function changedBack(context: Context, ids: readonly string[], tallies: Tallies): Promise<number> {
  let again = 0;
  for (const some of batches(ids, 100)) {
    const read = await readCompanies(context.crm, some, ['name', ...propertyNames(context)]);
    for (const [id, properties] of read) {
      if (Object.keys(judgeCompany({ properties }, context).drift).length === 0) continue;
      again += 1;
      tally(tallies, 'keeps-changing', nameOf({ id, properties }));
    }
  }
  return again;
}

function nameOf({ id, properties }: BulkCompany): string {
  return `${properties['name'] ?? 'without a name'} (${id})`;
}
