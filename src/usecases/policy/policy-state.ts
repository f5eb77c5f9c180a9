import type {
  PolicyState,
  ProfileDraft,
  SettingsDraft,
  TypePolicy,
  VersionSummary,
} from '../../contract/policy.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { dayOfTime } from '../../icp/day-in.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import { type Profile, currentProfile, versionKey } from '../../icp/profile.ts';
import { isOverdue } from '../../icp/review.ts';
import { settingsFaults } from '../../icp/settings.ts';
import { SHIPPED_PROFILES } from '../../icp/shipped-profiles.ts';
import { type Context, today } from '../context.ts';
import { contentsOf, faultsOf, settingsContents } from './draft-faults.ts';
import { type OpenPolicy, SETTINGS_DRAFT, draftKey, newestOf } from './open-policy.ts';
import type { Policy } from './known-policy.ts';
import { parseDraft, parseSettingsDraft } from './parse-draft.ts';
import { logOf, publishedIn } from './published.ts';
import { mayPublish, publishingHere } from './publishers.ts';

/** The policy as doors answer it. */
export function stateOf(open: OpenPolicy): PolicyState {
  const { context, policy, drafts, names } = open;
  const { hasHome, version, settings, damaged } = policy;
  const unreadable = [...drafts.values()].filter((entry) => isUnreadable(entry.key, open));
  return {
    ...{ hasHome, policy: version, settings, mayPublish: mayPublish(context) },
    publishing: publishingHere(context, names),
    settingsDraft: settingsDraftOf(open),
    log: logOf(policy, zoneOf(context)),
    damaged: [...damaged, ...unreadable.map(({ key }) => key)],
    types: PARTNER_TYPES.map(({ key }) => typePolicy(key, open)),
    asOf: today(context),
  };
}

/** The draft of a type as doors answer it; null where there is none, it cannot be read, or it was published as it is. */
export function draftOf(type: PartnerType, { context, policy, drafts }: OpenPolicy): ProfileDraft | null {
  const entry = drafts.get(draftKey(type));
  const body = entry === undefined ? null : parseDraft(entry);
  if (entry === undefined || body === null || body.profile.type !== type) return null;
  if (isPublishedDraft(entry, policy)) return null;
  const newest = newestOf(policy, type);
  const asOf = today(context);
  const { version } = body.profile;
  const follows = Number.isInteger(version) && version >= 0 && version <= newest;
  const profile = follows ? { ...body.profile, version: newest + 1 } : body.profile;
  return {
    ...{ ...body, profile, by: entry.by, at: entry.at },
    on: dayOfTime(zoneOf(context), entry.at) ?? asOf,
    faults: faultsOf({ ...body, profile }, newest, asOf),
  };
}

/**
 * Whether a draft was published as it is. It is then shown no more, but not deleted: HubSpot has no conditional delete, so
 * that a newer save could be deleted with it.
 */
export function isPublishedDraft(entry: StoredEntry, { published, log }: Policy): boolean {
  if (entry.key === SETTINGS_DRAFT) {
    const settings = settingsContents(parseSettingsDraft(entry));
    return log.some(
      ({ body, at }) =>
        body.act.kind === 'settings' && entry.at <= at && settingsContents(body.settings) === settings,
    );
  }
  const draft = parseDraft(entry);
  if (draft === null) return false;
  const contents = contentsOf(draft);
  return [...published.values()].some(({ body, at }) => entry.at <= at && contentsOf(body) === contents);
}

/** The draft of the settings; null where there is none, it cannot be read, or it was published as it is. */
export function settingsDraftOf({ context, policy, drafts }: OpenPolicy): SettingsDraft | null {
  const entry = drafts.get(SETTINGS_DRAFT);
  const settings = entry === undefined ? null : parseSettingsDraft(entry);
  if (entry === undefined || settings === null) return null;
  if (isPublishedDraft(entry, policy)) return null;
  const on = dayOfTime(zoneOf(context), entry.at) ?? today(context);
  return { settings, by: entry.by, at: entry.at, on, faults: settingsFaults(settings) };
}

function isUnreadable(key: string, { drafts }: OpenPolicy): boolean {
  const entry = drafts.get(key);
  if (entry === undefined) return false;
  return (key === SETTINGS_DRAFT ? parseSettingsDraft(entry) : parseDraft(entry)) === null;
}

function typePolicy(type: PartnerType, open: OpenPolicy): TypePolicy {
  const { context, policy, ready } = open;
  const profile = currentProfile(policy, type) ?? shippedOf(type);
  const versions = versionsOf(type, open);
  const reviewDue = policy.published.get(currentKey(type, policy))?.body.reviewDue ?? null;
  return {
    ...{ type, profile, versions },
    isReady: ready.includes(type),
    isEnabled: policy.settings.enabledTypes.includes(type),
    draft: draftOf(type, open),
    isReviewDue: isOverdue(reviewDue, today(context)),
  };
}

function versionsOf(type: PartnerType, { context, policy }: OpenPolicy): VersionSummary[] {
  const current = currentKey(type, policy);
  return policy.profiles
    .filter((profile) => profile.type === type)
    .sort((one, other) => other.version - one.version)
    .map((profile) => {
      const key = versionKey(profile);
      const body = policy.published.get(key)?.body;
      return {
        ...{ key, version: profile.version, isCurrent: key === current },
        published: publishedIn(policy, key, zoneOf(context)),
        reviewDue: body?.reviewDue ?? null,
        prerequisites: body?.prerequisites ?? null,
      };
    });
}

function currentKey(type: PartnerType, { current }: Pick<Context, 'current'>): string {
  return versionKey({ type, version: current[type] ?? 0 });
}

/** What is shown where the current one cannot be read; nothing is judged by it. */
function shippedOf(type: PartnerType): Profile {
  const shipped = SHIPPED_PROFILES.find((profile) => profile.type === type);
  if (shipped === undefined) throw new Error(`no profile is shipped for ${type}`);
  return shipped;
}

function zoneOf({ installation }: Context): string | null {
  return installation.current().zone;
}
