import type { PolicyBody, PolicyState, ProfileBody, ProfileDraftBody } from '../../contract/policy.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { entryInWords } from '../../icp/entry-in-words.ts';
import { LONGEST_TEXT } from '../../icp/kept-entry.ts';
import { isPartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import {
  NO_HOME,
  bodyTooLong,
  claimedOnPage,
  policyDamaged,
  policyMoved,
  policyMovedUnseen,
  publishFromTerminal,
  publishersOnly,
} from '../../messages/policy.ts';
import { readRecordOfInstallation } from '../../crm/installation-record.ts';
import { movedAway } from '../../messages/take-over.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { timeAfter } from './drafts.ts';
import { type Policy, isNewestRead, policyKey } from './known-policy.ts';
import { type OpenPolicy, openPolicy } from './open-policy.ts';
import { mayPublish, publishersInWords } from './publishers.ts';
import { logOf } from './published.ts';

/** Who publishes and why, and the newest entry of the log that they have seen. */
export interface Publishing {
  reason: string;
  by: string;
  policy: number;
}

/**
 * Opens the policy for somebody who publishes.
 *
 * @param command what to run in the terminal instead
 * @returns the policy, and who publishes as the log names them: a claim where HubSpot has not signed who asks
 * @throws Refused `no-home`, `not-allowed`, `other-edition` once the portal has moved to the other edition
 */
export async function openToPublish(
  outside: Context,
  by: string,
  command: string,
): Promise<{ open: OpenPolicy; by: string }> {
  const [open, record] = await Promise.all([openPolicy(outside), readRecordOfInstallation(outside.crm)]);
  // what was known of the portal may be from before it moved to the other edition
  if (record !== null && record.edition !== outside.edition)
    throw new Refused('other-edition', movedAway(record.edition));
  if (!open.policy.hasHome) throw new Refused('no-home', NO_HOME);
  requireMayPublish(open, publishFromTerminal(command));
  return { open, by: outside.publishes === 'by-settings' ? claimedOnPage(by) : by };
}

/**
 * Refuses whoever may not publish through this door.
 *
 * @param elsewhere what is said where another door publishes
 * @throws Refused `not-allowed`
 */
export function requireMayPublish(
  { context, names }: Pick<OpenPolicy, 'context' | 'names'>,
  elsewhere: string,
  field?: string,
): void {
  if (mayPublish(context)) return;
  const isByPerson = context.publishes === 'by-person';
  const message = isByPerson ? publishersOnly(publishersInWords(context, names)) : elsewhere;
  throw new Refused('not-allowed', message, field === undefined ? {} : { field });
}

/**
 * Refuses what was prepared on an older state of the policy, or would rest on entries that cannot be read.
 *
 * @param isOwn whether an entry does what is asked for: then it is the answer to a call that was repeated
 * @returns true when the policy has that entry already
 * @throws Refused `policy-moved`, `policy-damaged`
 */
export function requireUnmoved(
  { policy, context }: OpenPolicy,
  { policy: seen, by, reason }: Publishing,
  isOwn: (body: PolicyBody) => boolean,
): boolean {
  const next = policy.log.find(({ body }) => body.version === seen + 1);
  if (next !== undefined && next.by === by && next.reason === reason && isOwn(next.body)) return true;
  if (policy.version !== seen) throw moved(policy, seen, context);
  if (!isNewestRead(policy))
    throw new Refused(
      'policy-damaged',
      policyDamaged(entryInWords(policyKey(policy.version)), context.remedies.restorePolicy),
    );
  return false;
}

/**
 * Adds the next entry to the log. Of two at the same time one wins.
 *
 * @param draft the time of the draft that it publishes
 * @returns the policy with it
 * @throws Refused `policy-moved`, naming what won
 */
export async function appendEntry(
  { context, policy }: OpenPolicy,
  { by, reason }: Publishing,
  change: Pick<PolicyBody, 'act'> & Partial<PolicyBody>,
  draft?: string,
): Promise<OpenPolicy> {
  const { version: before, settings, current } = policy;
  const version = before + 1;
  const body: PolicyBody = { settings, current, ...change, version };
  const entry = { key: policyKey(version), kind: 'policy', body: JSON.stringify(body) } as const;
  const answer = await context.home.insert({ ...entry, by, reason, at: timeAfter(draft, context.now()) });
  if (answer === 'no-home') throw new Refused('no-home', NO_HOME);
  const open = await openPolicy(context);
  if (answer === 'taken') throw moved(open.policy, before, context);
  return open;
}

function moved(policy: Policy, seen: number, { installation }: Context): Refused {
  const entries = logOf(policy, installation.current().zone);
  const newer = entries.filter((entry) => entry.policy > seen).at(-1);
  const message =
    newer === undefined
      ? policyMovedUnseen(policy.version, seen)
      : policyMoved(newer.by, actInWords(newer.act), dayInWords(newer.on), newer.reason);
  return new Refused('policy-moved', message, { field: 'policy' });
}

/** "published the profile for Technology partner (v3)" */
export function actInWords(act: PolicyState['log'][number]['act']): string {
  if (act.kind === 'settings') return 'published settings';
  const [type, version = ''] = act.profile.split('@');
  const label = isPartnerType(type) ? partnerTypeLabel(type) : act.profile;
  return act.kind === 'published'
    ? `published the profile for ${label} (v${version})`
    : `went back to the ${version === '0' ? 'shipped profile' : `profile v${version}`} for ${label}`;
}

/** @throws Refused naming the longest part of a profile that is too long to keep */
export function requireFits(body: ProfileBody | ProfileDraftBody): void {
  const { length } = JSON.stringify(body);
  if (length <= LONGEST_TEXT) return;
  const field = longestPart(body);
  const figure = (characters: number) => characters.toLocaleString('en');
  throw new Refused('invalid-input', bodyTooLong(field, figure(length), figure(LONGEST_TEXT)), { field });
}

/** The path of the longest part of a profile. */
export function longestPart({ profile, prerequisites }: ProfileBody | ProfileDraftBody): string {
  const parts: [string, unknown][] = [
    ...Object.entries(profile).filter(([key]) => key !== 'dimensions' && key !== 'checks'),
    ...Object.entries(prerequisites).map(([key, link]): [string, unknown] => [`prerequisites.${key}`, link]),
    ...profile.dimensions.flatMap((dimension, index) =>
      Object.entries(dimension).map(([key, text]): [string, unknown] => [
        `dimensions[${index}].${key}`,
        text,
      ]),
    ),
    ...profile.checks.flatMap((check, index) =>
      Object.entries(check).map(([key, text]): [string, unknown] => [`checks[${index}].${key}`, text]),
    ),
  ];
  const sized = parts.map(([path, part]) => ({ path, length: JSON.stringify(part).length }));
  return sized.sort((one, other) => other.length - one.length)[0]?.path ?? 'profile';
}
