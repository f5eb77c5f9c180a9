import { companyNameOf } from '../names.ts';
import { lastChanges } from '../../crm/authorship.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { companyProperties } from '../../crm/properties.ts';
import { fieldOf, propertyOf } from '../../crm/property-names.ts';
import type { CountedFact } from '../../contract/facts.ts';
import type { Change, ScorecardRecord, Trail } from '../../contract/scorecard-record.ts';
import { dayOfTime } from '../../icp/day-in.ts';
import { GUIDANCE } from '../../icp/guidance.ts';
import { LANES } from '../../icp/lanes.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import { type Profile, findProfile, versionKey } from '../../icp/profile.ts';
import { lookAgain, recheckDue } from '../../icp/recheck.ts';
import { textsOfOtherTypes } from '../../icp/type-change.ts';
import { typesNotSetUp } from '../../messages/cards.ts';
import { type Context, today } from '../context.ts';
import { decisionOf } from '../decisions/decision-of.ts';
import { driftReasons } from './drift-reasons.ts';
import { findRecord } from './find-record.ts';
import { type Judgement, judge, readScorecard } from './judge.ts';
import { rechecksOf } from './recheck-trail.ts';
import type { Policy } from '../policy/known-policy.ts';
import { asShown } from '../policy/show-profile.ts';
import { publishedOf } from '../policy/published.ts';
import { takeOverOf } from '../policy/take-over.ts';
import { recordTexts } from './record-texts.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { draftKeys, storedDrafts } from '../drafts/draft-entry.ts';
import { offeredDraft } from '../drafts/open-edits.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { knownFields } from './ready-types.ts';

/**
 * Reads what one company's record says about its scorecard, in one call, and judges it anew. Names of people are read beside
 * it, once in some minutes.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function loadScorecard(
  outside: Context,
  { companyId, user }: { companyId: string; user?: string | undefined },
): Promise<ScorecardRecord> {
  const keys = user === undefined ? null : draftKeys(companyId, user);
  const also = keys === null ? [] : Object.values(keys);
  const { context, record, names, entries } = await findUnderPolicy(outside, companyId, also);
  // facts from the CRM are gathered next
  outside.installation.seen.add(record);
  const judgement = judge(readScorecard(record, context), context);
  const answer = recordOf(judgement, context, names);
  if (keys === null || !answer.keepsDrafts) return answer;
  const stored = storedDrafts(entries, keys, context.now().getTime());
  const against = { ...judgement, fields: knownFields(context), asOf: answer.asOf };
  return { ...answer, draft: offeredDraft(stored, against) };
}

/** A record, what it is judged by, and how people are called. */
interface Found {
  /** Under the policy of the portal. */
  context: Context;
  record: CompanyRecord;
  names: PeopleNames;
  /** Other entries of the portal's home that were asked for. */
  entries: ReadonlyMap<string, StoredEntry>;
}

/**
 * Reads a record, and beside it the policy and how people are called.
 *
 * @param alsoKeys of further entries of the portal's home, at most ten: they come in the same call
 * @throws as `findRecord`
 */
export async function findUnderPolicy(
  outside: Context,
  companyId: string,
  alsoKeys: readonly string[] = [],
): Promise<Found> {
  const [{ policy, entries }, record, names] = await Promise.all([
    outside.policy.read(outside.home, alsoKeys),
    findRecord(outside, companyId),
    outside.installation.names(outside.crm),
  ]);
  const isBehind = policy.hasHome && isStampedByUnknown(record, policy);
  const read = isBehind ? (await outside.policy.read(outside.home)).policy : policy;
  return { context: underPolicy(outside, read), record, names, entries };
}

/** The company may have been judged by a profile that was published while both were read. */
function isStampedByUnknown({ texts }: CompanyRecord, { profiles }: Policy): boolean {
  const version = textOf(texts, 'profile_version');
  return version !== null && !version.endsWith('@0') && findProfile(profiles, version) === null;
}

/** The types that the settings enable, and that of the scorecard. All of them where the portal has no other. */
function offeredTypes({ readyTypes, scorecard, profile }: Judgement, { settings }: Context): PartnerType[] {
  const own = scorecard.type ?? profile.type;
  const offered = readyTypes.filter((type) => type === own || settings.enabledTypes.includes(type));
  return offered.length > 0 ? offered : [...readyTypes];
}

/** A judged record as doors answer it. */
export function recordOf(judgement: Judgement, context: Context, names: PeopleNames): ScorecardRecord {
  const { record, state, profile, profileVersion, scorecard, verdict, problems } = judgement;
  const changed = lastChanges(record);
  const aging = rechecksOf(judgement, {}, context) ?? [];
  const reasons = driftReasons(judgement, context);
  const changes: Record<string, Change> = {};
  for (const { name } of knownFields(context)) {
    const change = changed[name];
    if (change !== undefined) changes[name] = change;
  }
  const answer = {
    companyId: record.id,
    companyName: companyNameOf(record),
    ...{ state, profileVersion, scorecard, verdict, problems },
    profile: asShown(profile, context.settings),
    drift: Object.keys(judgement.drift).map(propertyOf),
    storedVerdict: storedVerdict(judgement),
    driftReasons: reasons,
    missing: judgement.missing.map(propertyOf),
    isSavable: judgement.needed.length === 0,
    readyTypes: offeredTypes(judgement, context),
    evidenceDays: context.settings.evidenceDays,
    writtenFor: textsOfOtherTypes(judgement, record.history),
    changes,
    lookAgain: lookAgain(aging, today(context)),
    takeOver: takeOverOf(judgement, context),
    published: profileVersion === null ? null : publishedOf(profileVersion, context),
    trail: { ...readTrail(record), recheckDue: recheckDue(aging) },
    decision: decisionOf(judgement, context),
    names: namesIn(record, names, context),
    guidance: GUIDANCE,
    draft: null,
    keepsDrafts: context.policy.current().hasHome && context.settings.keepsDrafts,
    countedFacts: countedFacts(context),
    asOf: today(context),
  };
  const labels = labelsOf([...Object.keys(judgement.drift), ...reasons.map(({ field }) => field)], context);
  return {
    ...answer,
    texts: {
      ...recordTexts(answer, labels, heldUntil(profile, context), context),
      typesNotSetUp: typesText(judgement, context),
    },
  };
}

function countedFacts({ settings: { factSources } }: Context): CountedFact[] {
  const { sharedCustomers, companiesAsking } = factSources;
  return [
    ...(sharedCustomers === null ? [] : (['shared-customers'] as const)),
    ...(companiesAsking === null ? [] : (['companies-asking'] as const)),
  ];
}

/** The day until which the profile is held; null for a shipped one. */
function heldUntil(profile: Profile, { policy }: Context): string | null {
  return policy.current().published.get(versionKey(profile))?.body.reviewDue ?? null;
}

/** A type that the settings switch off is not offered either, but no installer adds it. */
function typesText({ readyTypes, scorecard }: Judgement, { remedies }: Context): string {
  const missing = PARTNER_TYPES.filter(({ key }) => key !== scorecard.type && !readyTypes.includes(key));
  if (missing.length === 0) return '';
  const remedy = remedies.installTypes(missing.map(({ key }) => key).join(','));
  return typesNotSetUp(missing.map(({ label }) => label).join(', '), remedy);
}

/** Fields that name a person. What each of them ever held stands in the history. */
const PEOPLE = ['scored_by', 'reviewed_by', 'override_by', 'decided_by'];

/** The names of those whom the record or a published profile names. A portal may have hundreds of owners. */
function namesIn(
  { texts, history }: CompanyRecord,
  names: PeopleNames,
  { policy }: Context,
): Record<string, string> {
  const addresses = [
    ...PEOPLE.flatMap((field) => [texts[field] ?? '', ...(history[field] ?? []).map(({ value }) => value)]),
    ...[...policy.current().published.values()].map(({ by }) => by),
  ];
  const found = new Map<string, string>();
  for (const address of addresses.map((each) => each.trim().toLowerCase())) {
    const name = names.get(address);
    if (name !== undefined) found.set(address, name);
  }
  return Object.fromEntries(found);
}

function storedVerdict({ drift, record: { texts } }: Judgement): Record<string, string> {
  return Object.fromEntries(Object.keys(drift).map((field) => [field, texts[field] ?? '']));
}

function labelsOf(fields: readonly (string | null)[], { profiles }: Context): Record<string, string> {
  const labels: Record<string, string> = {};
  if (fields.length === 0) return labels;
  for (const { name, label } of companyProperties(profiles)) {
    const field = fieldOf(name);
    if (field !== null && fields.includes(field)) labels[field] = label;
  }
  return labels;
}

function readTrail({ texts, zone }: CompanyRecord): Omit<Trail, 'recheckDue'> {
  const previous = textOf(texts, 'previous_lane');
  return {
    scoredBy: textOf(texts, 'scored_by'),
    scoredAt: textOf(texts, 'scored_at'),
    scoredOn: dayOfTime(zone, texts['scored_at'] ?? ''),
    previousLane: previous === 'undecided' ? previous : (LANES.find((lane) => lane === previous) ?? null),
    laneChangedAt: textOf(texts, 'lane_changed_at'),
    laneChangedOn: dayOfTime(zone, texts['lane_changed_at'] ?? ''),
    reviewedBy: textOf(texts, 'reviewed_by'),
    reviewedOn: dayOfTime(zone, texts['reviewed_at'] ?? ''),
    reviewDue: textOf(texts, 'review_due'),
  };
}
