import type { PortfolioPage } from '../../contract/policy.ts';
import { readPageOfType } from '../../crm/companies-of-type.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { type CompanyRecord, textOf } from '../../crm/company-record.ts';
import { NO_FACTS } from '../../icp/facts.ts';
import { LANES, type LaneOrUndecided } from '../../icp/lanes.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import { type LaneByProfile, type PortfolioCard, laneByProfile } from '../../icp/portfolio-card.ts';
import { type Profile, currentProfile } from '../../icp/profile.ts';
import { type Scorecard, isBlank } from '../../icp/scorecard.ts';
import { type Context, today } from '../context.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { companyNameOf, nameWithId } from '../names.ts';
import { type Reading, readScorecard } from '../scorecard/judge.ts';
import { refusalToTakeOver } from './take-over.ts';
import { underPolicy } from './with-policy.ts';

/** Stands for evidence and notes, which are not answered. */
const SOMETHING = '*';

/**
 * Reads some scorecards of a type for a preview, by ascending company id: at most 200, in some five calls. HubSpot's index
 * lags some seconds behind writes.
 *
 * @throws Refused `not-installed`
 * @throws CrmError
 */
export async function readPortfolio(
  outside: Context,
  { type, after }: { type: PartnerType; after?: string | undefined },
): Promise<PortfolioPage> {
  await outside.installation.read(outside);
  const { policy } = await outside.policy.read(outside.home);
  const context = underPolicy(outside, policy);
  if (after === undefined) {
    const definitions = await listProperties(context.crm, 'companies');
    requireInstalled(new Set(definitions.map(({ name }) => name)), context);
  }
  const page = await readPageOfType(context, type, { behind: after ?? null });
  const to = currentProfile(context, type);
  const cards: PortfolioCard[] = [];
  const left = [...page.unread].map(([id, { message }]) => ({ name: nameWithId(id, id), reason: message }));
  for (const record of page.records) {
    const reading = readScorecard(record, context);
    const card = to === null ? null : portfolioCard(reading, to, context);
    if (card === null) continue;
    if ('reason' in card) left.push(card);
    else cards.push(card);
  }
  return { cards, next: page.next, total: page.total, left };
}

/**
 * A scorecard as a preview needs it.
 *
 * @param to any profile of its type
 * @returns null where there is nothing to judge; a reason where it cannot be judged
 */
export function portfolioCard(
  reading: Reading,
  to: Profile,
  context: Context,
): PortfolioCard | { name: string; reason: string } | null {
  const { record, profileVersion, isEmpty, blocker, profile, scorecard } = reading;
  if (profileVersion === null || isEmpty) return null;
  const refusal = refusalToTakeOver(reading, to, context);
  if (refusal !== null)
    return { name: nameWithId(companyNameOf(record), record.id), reason: refusal.message };
  const shown = withoutTexts(scorecard, to);
  return {
    companyId: record.id,
    companyName: companyNameOf(record),
    profileVersion,
    scorecard: shown,
    before: blocker === null ? laneByProfile(shown, profile, today(context)) : storedLane(record),
  };
}

/** The questions of one profile alone, without what people wrote. */
function withoutTexts(
  { type, ratings, evidence, checks, toConfirm, override }: Scorecard,
  profile: Profile,
): Scorecard {
  const keys = profile.dimensions.map(({ key }) => key);
  const known = <Value>(values: Readonly<Record<string, Value>>, among: readonly string[]) =>
    Object.entries(values).filter(([key]) => among.includes(key));
  const placeholder = (text: string) => (isBlank(text) ? '' : SOMETHING);
  return {
    ...{ type, otherTypes: [], facts: NO_FACTS, toConfirm },
    ratings: Object.fromEntries(known(ratings, keys).filter(([, rating]) => rating !== null)),
    evidence: Object.fromEntries(
      known(evidence, keys).flatMap(([key, text]) => (isBlank(text) ? [] : [[key, SOMETHING]])),
    ),
    checks: Object.fromEntries(
      known(
        checks,
        profile.checks.map(({ key }) => key),
      ).map(([key, { state, note }]) => [key, { state, note: placeholder(note) }]),
    ),
    override: override === null ? null : { ...override, by: '', reason: placeholder(override.reason) },
  };
}

/** The lane in HubSpot, where the version that gave it is not known. */
export function storedLane({ texts }: CompanyRecord): LaneByProfile {
  const points = (field: string) => Number(textOf(texts, field) ?? NaN);
  const lane: LaneOrUndecided = LANES.find((known) => known === texts['lane']) ?? 'undecided';
  const total = points('total');
  const orElse = (value: number, other: number) => (Number.isFinite(value) ? value : other);
  return {
    lane,
    total: Number.isFinite(total) ? total : null,
    low: orElse(points('total_low'), 100),
    high: orElse(points('total_high'), 500),
  };
}
