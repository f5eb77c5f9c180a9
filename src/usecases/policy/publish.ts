import type { PolicyState, ProfileBody } from '../../contract/policy.ts';
import { InvalidProfile, parseProfile } from '../../icp/parse-profile.ts';
import { type PartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { profileName, versionInWords, versionKey } from '../../icp/profile.ts';
import { shortened } from '../../icp/visible-text.ts';
import {
  NO_HOME,
  alreadyCurrent,
  draftDamaged,
  draftFaults,
  noDraft,
  noSuchVersion,
  prerequisitesNeeded,
} from '../../messages/policy.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { contentsOf, missingPrerequisites } from './draft-faults.ts';
import { draftChanged, timeAfter } from './drafts.ts';
import { type OpenPolicy, draftKey, newestOf } from './open-policy.ts';
import { updateOlderProfileList } from './older-profile-list.ts';
import { draftOf, stateOf } from './policy-state.ts';
import { type Publishing, appendEntry, openToPublish, requireFits, requireUnmoved } from './publish-entry.ts';
import { publishedIn } from './published.ts';

/**
 * Publishes the draft of a type: inserts its body under the next free version, then the entry of the log that names it. A
 * body that no entry names is not published, so that a run that breaks off between the two has published nothing.
 *
 * Nine calls: two to read, two for each of the inserts, which are read back, and three to read what was added. Two more for the
 * list of those who are under an older profile.
 *
 * @param seen the time of the draft that was seen; any draft when left out
 * @throws Refused `policy-moved` naming what somebody published meanwhile, `not-allowed`, `no-home`, `policy-damaged`, or
 *   `invalid-input` for a draft with faults; the draft is kept
 * @throws CrmError
 */
export async function publishProfile(
  outside: Context,
  { type, seen, ...wanted }: { type: PartnerType; seen?: string | undefined } & Publishing,
): Promise<PolicyState> {
  const { open, by } = await openToPublish(
    outside,
    wanted.by,
    `icp profile publish ${type} --by name@example.com --reason "..."`,
  );
  const publishing = { ...wanted, by };
  const draft = draftOf(type, open);
  const isRepeat = requireUnmoved(open, publishing, ({ act }) => {
    if (act.kind !== 'published' || !act.profile.startsWith(`${type}@`)) return false;
    const body = open.policy.published.get(act.profile)?.body;
    return draft === null || (body !== undefined && contentsOf(body) === contentsOf(draft));
  });
  if (isRepeat) return settled(open);
  const { at, body } = requirePublishable(open, type, seen);
  const version = await insertBody(open, body, { ...publishing, at: timeAfter(at, open.context.now()) });
  const profile = versionKey({ type, version });
  const after = await appendEntry(open, publishing, {
    act: { kind: 'published', profile },
    current: { ...open.policy.current, [type]: version },
  });
  return settled(after);
}

/**
 * Makes an earlier version of a profile the current one, 0 for the shipped one. Drafts and scorecards stay as they are.
 *
 * @throws Refused as `publishProfile`
 * @throws CrmError
 */
export async function rollBackProfile(
  outside: Context,
  { type, version, ...wanted }: { type: PartnerType; version: number } & Publishing,
): Promise<PolicyState> {
  const { open, by } = await openToPublish(
    outside,
    wanted.by,
    `icp profile rollback ${type} --to ${version} --by name@example.com --reason "..."`,
  );
  const publishing = { ...wanted, by };
  const profile = versionKey({ type, version });
  const act = { kind: 'rolled-back', profile } as const;
  const isRepeat = requireUnmoved(
    open,
    publishing,
    ({ act: done }) => done.kind === act.kind && done.profile === profile,
  );
  if (isRepeat) return settled(open);
  const { policy, context } = open;
  if (version !== 0 && !policy.published.has(profile))
    throw new Refused('invalid-input', noSuchVersion(versionInWords(profile)), { field: 'version' });
  if (version === (policy.current[type] ?? 0)) {
    const on = publishedIn(policy, profile, context.installation.current().zone)?.on ?? null;
    throw new Refused('invalid-input', alreadyCurrent(profileName({ version }, on)), { field: 'version' });
  }
  const current = { ...policy.current, [type]: version };
  return settled(await appendEntry(open, publishing, { act, current }));
}

/** What follows from other current versions. It is no part of publishing, and cannot undo it. */
async function settled(open: OpenPolicy): Promise<PolicyState> {
  await updateOlderProfileList(open.context);
  return stateOf(open);
}

/** The draft of a type as it may be published. @throws Refused */
function requirePublishable(
  open: OpenPolicy,
  type: PartnerType,
  seen: string | undefined,
): { at: string; body: ProfileBody } {
  const draft = draftOf(type, open);
  const stored = open.drafts.get(draftKey(type));
  if (draft === null) {
    const isDamaged = stored !== undefined && !stored.isIntact;
    const message = isDamaged ? draftDamaged(partnerTypeLabel(type)) : noDraft(partnerTypeLabel(type));
    throw new Refused('invalid-input', message, { field: 'type' });
  }
  if (stored !== undefined && seen !== undefined && seen !== stored.at) throw draftChanged(stored, open);
  const { profile, prerequisites, reviewDue, faults } = draft;
  const [first] = faults;
  if (first !== undefined) {
    const lines = faults.map(({ path, message }) => `${path}: ${message}`);
    throw new Refused('invalid-input', draftFaults(shortened(lines.join('; '), 900)), { field: first.path });
  }
  const missing = missingPrerequisites(prerequisites);
  if (missing.length > 0 && open.policy.settings.prerequisites === 'refuse')
    throw new Refused('invalid-input', prerequisitesNeeded(missing.join(', ')), { field: 'prerequisites' });
  const body = { profile: asRead(profile), prerequisites, reviewDue };
  requireFits(body);
  return { at: draft.at, body };
}

/** The profile as it will be read back. @throws Refused */
function asRead(profile: ProfileBody['profile']): ProfileBody['profile'] {
  try {
    return parseProfile(profile);
  } catch (cause) {
    if (!(cause instanceof InvalidProfile)) throw cause;
    throw new Refused('invalid-input', draftFaults(cause.message), { field: 'draft', cause });
  }
}

/** More bodies without an entry than broken-off runs and publishers at the same time leave. */
const MOST_TAKEN = 50;

/**
 * Inserts a body under the next free version. An equal body under it is used: an earlier run broke off after inserting it,
 * or somebody publishes the same draft at this moment. Another body is skipped, since its publisher may be about to name it
 * in the log.
 */
async function insertBody(
  { context, policy }: OpenPolicy,
  body: ProfileBody,
  signed: Publishing & { at: string },
): Promise<number> {
  const { type } = body.profile;
  const { by, reason, at } = signed;
  const newest = newestOf(policy, type);
  for (let version = newest + 1; version <= newest + MOST_TAKEN; version += 1) {
    const key = versionKey({ type, version });
    const text = JSON.stringify({ ...body, profile: { ...body.profile, version } });
    const entry = { key, kind: 'profile', body: text, by, reason, at } as const;
    const answer = await context.home.insert(entry);
    if (answer === 'no-home') throw new Refused('no-home', NO_HOME);
    if (answer === 'inserted') return version;
    const there = (await context.home.read([key]))?.get(key);
    if (there?.isIntact === true && there.body === text) return version;
  }
  throw new Error(`${MOST_TAKEN} bodies of ${type} behind version ${newest} are named by no entry`);
}
