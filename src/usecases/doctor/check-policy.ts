import { CrmError } from '../../crm/client/errors.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { currentProfile, versionKey } from '../../icp/profile.ts';
import { isOverdue } from '../../icp/review.ts';
import { amount } from '../amount.ts';
import { type Context, today } from '../context.ts';
import { type Policy, policyKey } from '../policy/known-policy.ts';
import { parsePolicy, parseProfileBody } from '../policy/parse-policy.ts';
import { underPolicy } from '../policy/with-policy.ts';
import { type Finding, fault, note } from './finding.ts';
import {
  draftsExpired,
  draftsOld,
  entriesEdited,
  entriesMissing,
  homeUnreachable,
  reviewsDue,
} from '../../messages/doctor.ts';

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
 * Reads the portal's policy and looks whether its entries are whole. A home that cannot be reached is a finding. A
 * published profile that no entry of the log names is none: its publisher was broken off, and nothing was judged by it.
 *
 * @throws CrmError when the token is wrong or the portal takes no more calls
 */
export async function checkPolicy(outside: Context): Promise<PolicyCheck> {
  try {
    const { policy } = await outside.policy.read(outside.home);
    if (!policy.hasHome) return { findings: [], context: underPolicy(outside, policy) };
    const context = underPolicy(outside, policy);
    const findings = [
      ...(await findDamaged(context, policy)),
      ...findDueReviews(context, policy),
      ...(await findOldDrafts(context)),
    ];
    return { findings, context };
  } catch (error) {
    if (!(error instanceof CrmError) || ENDS_THE_RUN.includes(error.code)) throw error;
    return { findings: [fault('home-unreachable', homeUnreachable(error.message))], context: null };
  }
}

/** Failures of the whole portal, not of its home. */
const ENDS_THE_RUN: readonly string[] = ['wrong-token', 'rate-limited', 'cancelled'];

async function findDamaged({ home }: Context, policy: Policy): Promise<Finding[]> {
  const log = Array.from({ length: policy.version }, (_, index) => policyKey(index + 1));
  const keys = [...new Set([...log, ...namedBy(policy), ...policy.damaged])];
  const entries = (await home.read(keys)) ?? new Map<string, StoredEntry>();
  const missing = keys.filter((key) => !entries.has(key));
  const edited = [...entries.values()].filter((entry) => !isWhole(entry)).map(({ key }) => key);
  return [
    ...(edited.length === 0
      ? []
      : [fault('entry-edited', entriesEdited(amount(edited.length, 'entry was', 'entries were')), edited)]),
    ...(missing.length === 0
      ? []
      : [fault('entry-missing', entriesMissing(amount(missing.length, 'entry is', 'entries are')), missing)]),
  ];
}

/** The keys of the published profiles that entries of the log name. */
function namedBy({ log }: Policy): string[] {
  return log.flatMap(({ body: { current } }) =>
    Object.entries(current).flatMap(([type, version]) => (version > 0 ? [`${type}@${version}`] : [])),
  );
}

function isWhole(entry: StoredEntry): boolean {
  return (entry.kind === 'policy' ? parsePolicy(entry) : parseProfileBody(entry)) !== null;
}

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

async function findOldDrafts(context: Context): Promise<Finding[]> {
  const olderThan = async (kind: 'profile-draft' | 'scorecard-draft', days: number) => {
    const since = context.now().getTime() - days * DAY_MS;
    return ((await context.home.list(kind)) ?? []).filter(({ at }) => Date.parse(at) < since);
  };
  const old = await olderThan('profile-draft', OLD_DRAFT_DAYS);
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
