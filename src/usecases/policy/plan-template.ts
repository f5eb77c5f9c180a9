import type { PolicyState, ProfileDraft, TypePolicy } from '../../contract/policy.ts';
import { isReviewDay } from '../../icp/draft-faults.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import { type SettingsDifference, settingsDifferences } from '../../icp/settings-difference.ts';
import { SHIPPED_PROFILES } from '../../icp/shipped-profiles.ts';
import { draftInTheWay, prerequisitesInTheWay } from '../../messages/template.ts';
import { type Body, bodyDifferences } from './body-difference.ts';
import { contentsOf, missingPrerequisites } from './draft-faults.ts';
import type { Template, TemplateProfile } from './parse-template.ts';

/** What a template changes in a portal. */
export interface TemplatePlan {
  /** The newest entry of the log that was seen. */
  policy: number;
  types: readonly TypePlan[];
  settings: readonly SettingsDifference[];
}

export interface TypePlan {
  type: PartnerType;
  /** `publish` the profile of the template, go `back` to the shipped one, or `nothing`, since it says the same. */
  act: 'publish' | 'back' | 'nothing';
  /** Whether the portal has the properties of the type. Without them nothing is published for it. */
  isReady: boolean;
  lines: readonly string[];
  /** Why it cannot be published now; null where it can. */
  obstacle: string | null;
}

/** Says what a template changes. */
export function planTemplate(state: PolicyState, template: Template): TemplatePlan {
  return {
    policy: state.policy,
    types: PARTNER_TYPES.flatMap(({ key }) => {
      const given = template.profiles[key];
      const policy = state.types.find(({ type }) => type === key);
      return given === undefined || policy === undefined ? [] : [typePlan(policy, given, state)];
    }),
    settings: settingsDifferences(state.settings, settingsFor(state, template)),
  };
}

/** The settings of a template in a portal: who may publish there is its own matter. */
export function settingsFor(
  { settings: { publishers } }: PolicyState,
  { settings }: Template,
): Template['settings'] {
  return { ...settings, publishers };
}

function typePlan(
  policy: TypePolicy,
  given: TemplateProfile | null,
  { asOf, settings }: PolicyState,
): TypePlan {
  const { type, isReady, draft } = policy;
  const current = policy.versions.find(({ isCurrent }) => isCurrent);
  const from: Body = {
    profile: policy.profile,
    prerequisites: current?.prerequisites ?? null,
    reviewDue: current?.reviewDue ?? null,
  };
  const to = given === null ? shippedBody(type, from) : wantedBody(policy, given, asOf);
  const lines = bodyDifferences(from, to);
  const isSame = lines.length === 0 && (given !== null || current?.version === 0);
  const act = isSame ? 'nothing' : given === null ? 'back' : 'publish';
  const missing = given === null ? [] : missingPrerequisites(given.prerequisites);
  const isRefused = act === 'publish' && missing.length > 0 && settings.prerequisites === 'refuse';
  const isInTheWay = act === 'publish' && draft !== null && !isSameDraft(draft, to);
  const obstacle = isInTheWay
    ? draftInTheWay(draft.by, type)
    : isRefused
      ? prerequisitesInTheWay(missing.join(', '))
      : null;
  return { type, act, isReady, lines, obstacle };
}

function shippedBody(type: PartnerType, { profile }: Body): Body {
  const shipped = SHIPPED_PROFILES.find((one) => one.type === type) ?? profile;
  return { profile: shipped, prerequisites: null, reviewDue: null };
}

/** A day of review that is not within a year is not carried over: the profile is held for a year, as any new one. */
function wantedBody(
  { profile: { version }, versions }: TypePolicy,
  { profile, prerequisites, reviewDue }: TemplateProfile,
  asOf: string,
): Body {
  const current = versions.find(({ isCurrent }) => isCurrent);
  const day = isReviewDay(reviewDue, asOf) ? reviewDue : (current?.reviewDue ?? null);
  return { profile: { ...profile, version }, prerequisites, reviewDue: day };
}

/** The draft that an earlier run left, which broke off before it published. */
function isSameDraft(draft: ProfileDraft, { profile, prerequisites }: Body): boolean {
  const contents = (one: { profile: Profile; prerequisites: Body['prerequisites'] }) =>
    contentsOf({
      profile: one.profile,
      prerequisites: one.prerequisites ?? draft.prerequisites,
      reviewDue: '',
    });
  return contents(draft) === contents({ profile, prerequisites });
}
