import { CrmError } from '../../crm/client/errors.ts';
import { isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { currentProfile, versionKey } from '../../icp/profile.ts';
import { isOverdue } from '../../icp/review.ts';
import { amount } from '../amount.ts';
import { type Context, today } from '../context.ts';
import { type Policy, keepPolicy } from '../policy/known-policy.ts';
import { isPublishedDraft } from '../policy/policy-state.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { checkEntries } from './check-entries.ts';
import { type Finding, fault, note } from './finding.ts';
import { draftsExpired, draftsOld, homeUnreachable, reviewsDue } from '../../messages/doctor.ts';

export interface PolicyCheck {
  findings: Finding[];
  /** Under the portal's policy. Null where that cannot be read: nothing says by what to judge. */
  context: Context | null;
}

/** Drafts of profiles are named from this age on. Our value. */
const OLD_DRAFT_DAYS = 90;

/** After so many days drafts of scorecards are void; the nightly run deletes them. */
const EXPIRED_DRAFT_DAYS = 7;

const DAY_MS = 86_400_000;

/**
 * Reads the portal's policy and looks whether its entries are whole; a repair restores those that are not. A home that
 * cannot be reached is a finding.
 *
 * @throws CrmError when the token is wrong or the portal takes no more calls
 */
export async function checkPolicy(outside: Context, repair: boolean): Promise<PolicyCheck> {
  try {
    // what a process knows already is not looked at again
    const { policy } = await keepPolicy().read(outside.home);
    if (!policy.hasHome) return { findings: [], context: underPolicy(outside, policy) };
    const { findings, isRepaired } = await checkEntries(outside, policy, repair);
    const now = isRepaired ? (await keepPolicy().read(outside.home)).policy : policy;
    const context = underPolicy(outside, now);
    findings.push(...findDueReviews(context, now), ...(await findOldDrafts(context, policy)));
    return { findings, context };
  } catch (error) {
    if (!(error instanceof CrmError) || ENDS_THE_RUN.includes(error.code)) throw error;
    return { findings: [fault('home-unreachable', homeUnreachable(error.message))], context: null };
  }
}

/** Failures of the whole portal, not of its home. */
const ENDS_THE_RUN: readonly string[] = ['wrong-token', 'rate-limited', 'cancelled'];

function findDueReviews(context: Context, { published, current }: Policy): Finding[] {
  const due = Object.keys(current).flatMap((type) => {
    const profile = isPartnerType(type) ? currentProfile(context, type) : null;
    const body = profile === null ? undefined : published.get(versionKey(profile))?.body;
    if (profile === null || body === undefined || !isOverdue(body.reviewDue, today(context))) return [];
    return [`${partnerTypeLabel(profile.type)}: ${body.reviewDue}`];
  });
  if (due.length === 0) return [];
  return [note('profile-review-due', reviewsDue(amount(due.length, 'profile is', 'profiles are')), due)];
}

/** A draft that was published as it is stays in the home, and is none any more. */
async function findOldDrafts(context: Context, policy: Policy): Promise<Finding[]> {
  const olderThan = async (kind: 'profile-draft' | 'scorecard-draft', days: number) => {
    const since = context.now().getTime() - days * DAY_MS;
    return ((await context.home.list(kind)) ?? []).filter(({ at }) => Date.parse(at) < since);
  };
  const old = (await olderThan('profile-draft', OLD_DRAFT_DAYS)).filter(
    (entry) => !isPublishedDraft(entry, policy),
  );
  const expired = await olderThan('scorecard-draft', EXPIRED_DRAFT_DAYS + 1);
  const named = old.map(({ key, by, at }) => `${draftName(key)} (${by}, ${at.slice(0, 10)})`);
  const drafts = amount(expired.length, 'draft of a scorecard is', 'drafts of scorecards are');
  return [
    ...(old.length === 0
      ? []
      : [note('profile-draft-old', draftsOld(amount(old.length, 'draft is', 'drafts are')), named)]),
    ...(expired.length === 0 ? [] : [note('scorecard-draft-old', draftsExpired(drafts))]),
  ];
}

function draftName(key: string): string {
  const [, of = ''] = key.split(':');
  return isPartnerType(of) ? partnerTypeLabel(of) : of === 'settings' ? 'Settings' : key;
}
