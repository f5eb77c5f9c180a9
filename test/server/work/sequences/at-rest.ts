import { decodeScorecard } from '../../../../src/crm/scorecard-codec.ts';
import {
  DEAL_FIELDS,
  NO_VERDICT,
  differingFields,
  encodeVerdict,
} from '../../../../src/crm/verdict-fields.ts';
import { isPartnerType } from '../../../../src/icp/partner-types.ts';
import { findProfile } from '../../../../src/icp/profile.ts';
import { ratingOf } from '../../../../src/icp/ratings.ts';
import { SHIPPED_PROFILES } from '../../../../src/icp/shipped-profiles.ts';
import { verdict } from '../../../../src/icp/verdict.ts';
import { KEY } from '../followed-portal.ts';
import type { Played } from './play.ts';
import {
  COMPANY_NAMES,
  DEAL_NAMES,
  INPUTS,
  type Texts,
  fieldsIn,
  primaryCompanies,
  readRaw,
} from './raw-records.ts';
import { type Stage, deliver, heard, workThrough } from './stage.ts';

/**
 * Brings a portal to rest, and says what is not as it should be then.
 *
 * At rest means: every event that HubSpot still had was delivered, and nobody asks for a turn. Then each company and deal
 * shows what follows from it, but for those of which an event was lost and those that were repaired three times within the
 * hour. These follow after the portal's next night. Then nothing writes any more, whatever is looked at again.
 */
export async function faultsAtRest(stage: Stage, played: Played): Promise<string[]> {
  await deliver(stage, (await heard(stage)).splice(0));
  await workThrough(stage);
  const contested = await contestedIn(stage);
  const excused = new Set([...played.lost, ...contested]);
  const before = (await wrongRecords(stage, played)).filter(({ ids }) => !ids.some((id) => excused.has(id)));
  const faults = before.map(({ what }) => `before the night: ${what}`);
  if (excused.size > 0) await passNight(stage);
  // what the night wrote is told too
  await deliver(stage, (await heard(stage)).splice(0));
  await workThrough(stage);
  faults.push(...(await wrongRecords(stage, played)).map(({ what }) => what));
  faults.push(...(await whatWaits(stage)), ...(await whatEchoesCost(stage, played)));
  faults.push(...(await whatIsWrittenAgain(stage, played)), ...(await wrongLanes(stage, played)));
  return faults;
}

function recordsOf({ of }: Played): { companies: string[]; deals: string[] } {
  return { companies: of.flatMap(({ companies }) => companies), deals: of.flatMap(({ deals }) => deals) };
}

async function contestedIn({ followed }: Stage): Promise<string[]> {
  return (await followed.following.contested.list(KEY)).map(String);
}

/** The next night of the portal, which is more than an hour away. */
async function passNight(stage: Stage): Promise<void> {
  const { jobs } = stage.followed.following;
  stage.setNow(stage.now() + 2 * 3_600_000);
  await jobs.planNight(KEY, `night of ${stage.now()}`, new Date(stage.now()));
  await workThrough(stage);
  const [night] = await jobs.read(KEY);
  if (night?.state !== 'done') throw new Error(`the night is ${night?.state}: ${night?.sentence}`);
}

interface Wrong {
  /** The record, and the company of a deal. */
  ids: string[];
  what: string;
}

async function wrongRecords(stage: Stage, played: Played): Promise<Wrong[]> {
  const { portal } = stage.followed;
  const { companies, deals } = recordsOf(played);
  const found = await readRaw(portal, 'companies', companies, COMPANY_NAMES);
  const today = new Date(stage.now()).toISOString().slice(0, 10);
  const wrong: Wrong[] = [];
  for (const { id, properties } of found) {
    const difference = differingFields(expectedOf(properties, today), fieldsIn(properties));
    const ids = [id, ...(properties['hs_merged_object_ids'] ?? '').split(';')];
    if (Object.keys(difference).length > 0)
      wrong.push({ ids, what: `company ${id} has ${told(properties, difference)}` });
  }
  const primary = await primaryCompanies(portal, deals);
  for (const { id, properties } of await readRaw(portal, 'deals', deals, DEAL_NAMES)) {
    const company = found.find((each) => each.id === primary.get(id));
    const expected = Object.fromEntries(
      DEAL_FIELDS.map((field) => [field, company?.properties[`ipp_${field}`] ?? '']),
    );
    const difference = differingFields(expected, fieldsIn(properties));
    const merged = company?.properties['hs_merged_object_ids']?.split(';') ?? [];
    if (Object.keys(difference).length > 0)
      wrong.push({
        ids: [id, ...(company === undefined ? [] : [company.id]), ...merged],
        what: `deal ${id} of ${company?.id ?? 'none'} has ${told(properties, difference)}`,
      });
  }
  return wrong;
}

function told(properties: Texts, difference: Texts): string {
  return Object.entries(difference)
    .map(([field, text]) => `${field}=${properties[`ipp_${field}`] ?? ''} for ${text}`)
    .join(', ');
}

/** What the core says of a company, by the profile that is stamped on it. */
function expectedOf(properties: Texts, today: string): Readonly<Record<string, string>> {
  const texts = fieldsIn(properties);
  const hasInput = INPUTS.some((name) => (texts[name] ?? '') !== '');
  const profile = findProfile(SHIPPED_PROFILES, texts['profile_version'] ?? '');
  const type = texts['partner_type'] ?? null;
  if (!hasInput || profile === null)
    return { ...NO_VERDICT, ...(isJudgeable(texts) && { lane: 'a version first' }) };
  const { scorecard } = decodeScorecard(texts, profile);
  if (type === null || type === '') {
    const isRated = SHIPPED_PROFILES.some(({ dimensions }) =>
      dimensions.some(({ key }) => (texts[key] ?? '') !== ''),
    );
    if (isRated) return NO_VERDICT;
  }
  if (isPartnerType(type) && type !== profile.type) return NO_VERDICT;
  return encodeVerdict(verdict(scorecard, profile, today));
}

/** A rating under a type begins a scorecard, whoever brought it in. */
function isJudgeable(texts: Texts): boolean {
  const profile = SHIPPED_PROFILES.find(({ type }) => type === texts['partner_type']);
  if (profile === undefined || (texts['profile_version'] ?? '') !== '') return false;
  const { scorecard } = decodeScorecard(texts, profile);
  return profile.dimensions.some(({ key }) => ratingOf(scorecard.ratings, key) !== null);
}

async function whatWaits({ followed, queue }: Stage): Promise<string[]> {
  const { changes, jobs } = followed.following;
  const faults: string[] = [];
  if ((await changes.waiting(KEY)).count > 0) faults.push('changes wait');
  if ((await jobs.due()).length > 0) faults.push('a job is due');
  if ((await queue.take()) !== null) faults.push('a turn is asked for');
  const named = await followed.following.contested.list(KEY);
  if (named.length > 0) faults.push(`${named.length} companies are called contested`);
  return faults;
}

/** What the app wrote comes back as events: they cost no call. */
async function whatEchoesCost(stage: Stage, { echoes }: Played): Promise<string[]> {
  const calls = await stage.followed.portal.callsDuring(async () => {
    await deliver(stage, echoes);
    await workThrough(stage);
  });
  return calls.map((call) => `an echo costs ${call}`);
}

/** Everything is looked at once more. */
async function whatIsWrittenAgain(stage: Stage, played: Played): Promise<string[]> {
  const { companies, deals } = recordsOf(played);
  const { following, portal } = stage.followed;
  const changes = (objectType: 'companies' | 'deals', ids: readonly string[]) =>
    ids.map((id) => ({ ...KEY, objectType, recordId: Number(id) }));
  await following.changes.mark([...changes('companies', companies), ...changes('deals', deals)]);
  const calls = await portal.callsDuring(() => workThrough(stage));
  return calls.filter((call) => IS_WRITE.test(call)).map((call) => `a second look makes ${call}`);
}

const IS_WRITE = /^(?:PATCH|PUT|DELETE)|^POST .*(?<!\/read|\/search)$/;

/** No lane is written that stands there already, and in one turn none changes twice. */
async function wrongLanes({ followed }: Stage, played: Played): Promise<string[]> {
  const { mergedAt, races } = played;
  const { companies } = recordsOf(played);
  const found = await readRaw(followed.portal, 'companies', companies, [], ['ipp_lane']);
  return found.flatMap(({ id, propertiesWithHistory }) => {
    const entries = (propertiesWithHistory?.['ipp_lane'] ?? [])
      .map(({ timestamp, ...entry }) => ({ ...entry, at: Date.parse(timestamp) }))
      .filter(({ at }) => at > (mergedAt.get(id) ?? 0) + 1_000)
      .sort((one, other) => one.at - other.at);
    const isRace = (at: number) => races.some(({ from, to }) => from <= at && at <= to);
    return entries.flatMap(({ value, at, sourceId }, index) => {
      const before = entries[index - 1];
      if (sourceId !== String(KEY.appId) || before === undefined || isRace(at)) return [];
      if (before.value === value) return [`company ${id}: lane ${value} is written twice`];
      const isOfOneTurn = before.sourceId === sourceId && at - before.at < 50_000;
      return isOfOneTurn
        ? [`company ${id}: the lane changes from ${before.value} to ${value} in one turn`]
        : [];
    });
  });
}
