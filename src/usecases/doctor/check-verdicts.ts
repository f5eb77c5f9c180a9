import { batches } from '../../crm/client/batches.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { type CompanyRecord, readRecords } from '../../crm/company-record.ts';
import { scoredRecords } from '../../crm/scored-companies.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { currentProfile, versionInWords } from '../../icp/profile.ts';
import { companyNameOf, nameWithId } from '../names.ts';
import type { Context } from '../context.ts';
import type { OnProgress } from '../csv/export.ts';
import { isOfOlderRules } from '../scorecard/drift-reasons.ts';
import { type Reading, judge, readScorecard } from '../scorecard/judge.ts';
import { isEmptyPatch } from '../scorecard/plan-save.ts';
import { repairInBulk } from '../scorecard/repair-in-bulk.ts';
import { examineDecisions, slotsFinding } from './check-decisions.ts';
import { type Finding, fault } from './finding.ts';
import { type Tallies, findingsOf, tally } from './verdict-findings.ts';
import { companiesBehind, doctorBrokenOff } from '../../messages/doctor.ts';

interface Options {
  /** Names of the company properties that the portal has. */
  present: ReadonlySet<string>;
  repair: boolean;
  /** Why nothing is repaired in this run although it was asked for. */
  heldBack: string | null;
  onProgress: OnProgress;
  /** Milliseconds, by HubSpot's clock. */
  hubspotNow: () => number;
}

/**
 * Judges every scored company anew and compares it with what is stored, and looks at what was decided about it. A repair writes verdicts, never answers, at most
 * three times for each company and hour; at the end it looks at the repaired ones once more, since others may write back later.
 *
 * @returns what was found, and how many companies were looked at
 * @throws CrmError, with how far it came; what was repaired before stays
 */
export async function checkVerdicts(
  context: Context,
  { present, repair, heldBack, onProgress, hubspotNow }: Options,
): Promise<{ findings: Finding[]; companies: number }> {
  const tallies: Tallies = new Map();
  const repaired: string[] = [];
  let companies = 0;
  let missing = 0;
  let older = 0;
  const goDeep: string[] = [];
  try {
    for await (const page of scoredRecords(context, present)) {
      const drifting = page.records.filter((record) => examine(record, context, tallies));
      older += drifting.filter(isOfOlderRules).length;
      if (repair && heldBack === null && drifting.length > 0)
        repaired.push(...(await repairVerdicts(context, drifting, tallies, hubspotNow())));
      goDeep.push(...(await examineDecisions(context, page.records, tallies)));
      for (const [id, { message }] of page.unread) tally(tallies, 'not-read', `${id}: ${message}`);
      missing += page.missing;
      companies += page.records.length;
      onProgress(companies, Math.max(companies, page.total));
    }
    const stayed = repaired.length - (await changedBack(context, repaired, tallies));
    const searched = missing === 0 ? [] : [fault('search-behind', companiesBehind(missing))];
    const found = findingsOf(tallies, { repair, heldBack, stayed, older });
    return { findings: [...found, ...slotsFinding(goDeep, context), ...searched], companies };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw brokenOff(error, doctorBrokenOff(companies, repaired.length));
  }
}

/** @returns whether the stored verdict is another one than follows */
function examine(record: CompanyRecord, context: Context, tallies: Tallies): boolean {
  const judgement = judge(readScorecard(record, context), context);
  const name = nameOf(record);
  const { state, blocker, profileVersion, problems, drift } = judgement;
  const [problem] = problems;
  if (blocker !== null && blocker.code !== null && blocker.code !== 'not-installed')
    tally(
      tallies,
      blocker.code,
      `${name}: ${profileVersion === null ? 'no profile' : versionInWords(profileVersion)}`,
      profileVersion ?? 'no profile',
    );
  else if (state === 'unjudgeable' && problem !== undefined)
    tally(tallies, 'unjudgeable', `${name}: ${problem.message}`);
  else if (problem !== undefined) tally(tallies, 'unreadable-value', `${name}: ${problem.message}`);
  if (isSuperseded(judgement, context))
    tally(
      tallies,
      'superseded-profile-version',
      `${name}: ${versionInWords(profileVersion ?? '')}`,
      profileVersion ?? '',
    );
  const differing = Object.keys(drift).map(propertyOf);
  if (differing.length > 0) tally(tallies, 'verdict-differs', `${name}: ${differing.join(', ')}`);
  return differing.length > 0;
}

/** A version that is known, and not the newest of its type: somebody may judge the company again. */
function isSuperseded({ profileVersion, profile, blocker }: Reading, context: Context): boolean {
  if (profileVersion === null || (blocker !== null && blocker.code !== null)) return false;
  return profile.version !== (currentProfile(context, profile.type)?.version ?? profile.version);
}

/** @returns the companies whose verdict follows now */
async function repairVerdicts(
  context: Context,
  drifting: readonly CompanyRecord[],
  tallies: Tallies,
  nowMs: number,
): Promise<string[]> {
  const { repaired, inOrder, refused, keepsChanging } = await repairInBulk(context, drifting, nowMs);
  for (const record of drifting) {
    const error = refused.get(record.id);
    if (error !== undefined) tally(tallies, 'not-writable', `${nameOf(record)}: ${error.message}`);
    if (keepsChanging.has(record.id)) tally(tallies, 'keeps-changing', nameOf(record));
  }
  return [...repaired, ...inOrder];
}

/** Looks at repaired companies once more, and writes nothing. @returns how many differ again */
async function changedBack(context: Context, ids: readonly string[], tallies: Tallies): Promise<number> {
  let again = 0;
  for (const some of batches(ids, 100)) {
    const { records, unread } = await readRecords(context, some);
    for (const [id, { message }] of unread) tally(tallies, 'not-read', `${id}: ${message}`);
    for (const record of records.values()) {
      if (isEmptyPatch(judge(readScorecard(record, context), context).drift)) continue;
      again += 1;
      tally(tallies, 'keeps-changing', nameOf(record));
    }
  }
  return again;
}

function nameOf(record: CompanyRecord): string {
  return nameWithId(companyNameOf(record), record.id);
}
