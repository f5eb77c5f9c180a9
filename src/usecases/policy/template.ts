import type { PolicyState, ProfileDraft, TypePolicy } from '../../contract/policy.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import { type Profile, versionKey } from '../../icp/profile.ts';
import { type SettingsDifference, settingsDifferences } from '../../icp/settings-difference.ts';
import { SHIPPED_PROFILES } from '../../icp/shipped-profiles.ts';
import { draftInTheWay, templateOfDamaged } from '../../messages/template.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { type Body, bodyDifferences } from './body-difference.ts';
import { contentsOf } from './draft-faults.ts';
import { loadPolicy } from './load-policy.ts';
import { FORMAT, type Template, type TemplateProfile } from './parse-template.ts';
import { saveProfileDraft } from './profile-drafts.ts';
import { publishProfile, rollBackProfile } from './publish.ts';
import { publishSettings } from './settings.ts';

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

/** What an import did. */
export interface TemplateReport {
  plan: TemplatePlan;
  /** The types whose profile is another one now, and whether the settings are. */
  published: readonly PartnerType[];
  hasSettings: boolean;
}

/** The template of a portal. @throws Refused `policy-damaged` where its current profiles cannot all be read */
export function templateOf({ damaged, settings, types }: PolicyState): Template {
  const unread = types.some(({ versions }) => !versions.some(({ isCurrent }) => isCurrent));
  if (unread) throw new Refused('policy-damaged', templateOfDamaged(damaged.join(', ')));
  const ready = types.filter(({ isReady }) => isReady);
  return {
    ...{ format: FORMAT, version: 1, settings },
    types: ready.map(({ type }) => type),
    profiles: Object.fromEntries(ready.map((policy) => [policy.type, templateProfileOf(policy)])),
  };
}

function templateProfileOf({ profile, versions }: TypePolicy): TemplateProfile | null {
  const current = versions.find(({ isCurrent }) => isCurrent);
  if (current?.prerequisites == null || current.reviewDue === null) return null;
  const { version: _version, ...rest } = profile;
  return { profile: rest, prerequisites: current.prerequisites, reviewDue: current.reviewDue };
}

/** Says what a template changes. Pure. */
export function planTemplate(state: PolicyState, template: Template): TemplatePlan {
  return {
    policy: state.policy,
    types: PARTNER_TYPES.flatMap(({ key }) => {
      const given = template.profiles[key];
      const policy = state.types.find(({ type }) => type === key);
      return given === undefined || policy === undefined ? [] : [typePlan(policy, given, state.asOf)];
    }),
    settings: settingsDifferences(state.settings, template.settings),
  };
}

function typePlan(policy: TypePolicy, given: TemplateProfile | null, asOf: string): TypePlan {
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
  const isInTheWay = act === 'publish' && draft !== null && !isSameDraft(draft, to);
  return { type, act, isReady, lines, obstacle: isInTheWay ? draftInTheWay(draft.by, type) : null };
}

function shippedBody(type: PartnerType, { profile }: Body): Body {
  const shipped = SHIPPED_PROFILES.find((one) => one.type === type) ?? profile;
  return { profile: shipped, prerequisites: null, reviewDue: null };
}

/** A day of review that has passed is not carried over: the profile is held for a year from now, as any new one. */
function wantedBody(
  { profile: { version }, versions }: TypePolicy,
  { profile, prerequisites, reviewDue }: TemplateProfile,
  asOf: string,
): Body {
  const current = versions.find(({ isCurrent }) => isCurrent);
  const day = reviewDue > asOf ? reviewDue : (current?.reviewDue ?? null);
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

/**
 * Publishes what a template changes, one type after the other, then the settings. What says the same already is not
 * published again, so that a run that broke off is finished by the next one.
 *
 * @param onStep before each publication: how many are done, of how many, and of which type; null for the settings
 * @throws Refused as `publishProfile`; what was published before stays
 * @throws CrmError
 */
export async function importTemplate(
  context: Context,
  template: Template,
  who: { by: string; reason: string },
  onStep: (done: number, of: number, type: PartnerType | null) => void = () => undefined,
): Promise<TemplateReport> {
  let state = await loadPolicy(context);
  const plan = planTemplate(state, template);
  const acts = plan.types.filter(
    ({ act, isReady, obstacle }) => act !== 'nothing' && isReady && obstacle === null,
  );
  const hasSettings = plan.settings.length > 0;
  const of = acts.length + Number(hasSettings);
  for (const [done, { type, act }] of acts.entries()) {
    onStep(done, of, type);
    const given = template.profiles[type];
    if (act === 'back' || given == null)
      state = await rollBackProfile(context, { type, version: 0, ...who, policy: state.policy });
    else state = await publishGiven(context, state, type, given, who);
  }
  if (hasSettings) {
    onStep(acts.length, of, null);
    await publishSettings(context, { settings: template.settings, ...who, policy: state.policy });
  }
  return { plan, published: acts.map(({ type }) => type), hasSettings };
}

async function publishGiven(
  context: Context,
  state: PolicyState,
  type: PartnerType,
  { profile, prerequisites, reviewDue }: TemplateProfile,
  who: { by: string; reason: string },
): Promise<PolicyState> {
  const policy = state.types.find((one) => one.type === type);
  const basedOn = versionKey(policy?.profile ?? { type, version: 0 });
  const draft = {
    ...{ profile: { ...profile, version: 0 }, prerequisites, basedOn },
    ...(reviewDue > state.asOf && { reviewDue }),
  };
  const seen = policy?.draft?.at ?? null;
  const saved = await saveProfileDraft(context, { type, draft, seen, by: who.by });
  if (saved.conflict !== null)
    throw new Refused('policy-moved', draftInTheWay(saved.conflict.by, type), { field: type });
  const at = saved.state.types.find((one) => one.type === type)?.draft?.at;
  return publishProfile(context, { type, seen: at, ...who, policy: state.policy });
}
