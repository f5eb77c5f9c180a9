import type { PolicyState, TypePolicy } from '../../contract/policy.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { isReviewDay } from '../../icp/draft-faults.ts';
import { entryInWords } from '../../icp/entry-in-words.ts';
import { type PartnerType, partnerTypeLabel } from '../../icp/partner-types.ts';
import { versionKey } from '../../icp/profile.ts';
import { draftInTheWay, publishedBefore, templateOfDamaged } from '../../messages/template.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { loadPolicy } from './load-policy.ts';
import { FORMAT, type Template, type TemplateProfile } from './parse-template.ts';
import { type TemplatePlan, planTemplate, settingsFor } from './plan-template.ts';
import { saveProfileDraft } from './profile-drafts.ts';
import { publishProfile, rollBackProfile } from './publish.ts';
import { publishSettings } from './settings.ts';

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
  if (unread) throw new Refused('policy-damaged', templateOfDamaged(damaged.map(entryInWords).join('; ')));
  const ready = types.filter(({ isReady }) => isReady);
  return {
    ...{ format: FORMAT, version: 1, settings: { ...settings, publishers: [] } },
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

/**
 * Publishes what a template changes, one type after the other, then the settings. What says the same already is not
 * published again, so that a run that broke off is finished by the next one.
 *
 * @param onStep before each publication: how many are done, of how many, and of which type; null for the settings
 * @throws Refused as `publishProfile`, CrmError; what was published before stays, and the message names it
 */
export async function importTemplate(
  context: Context,
  template: Template,
  who: { by: string; reason: string },
  onStep: (done: number, of: number, type: PartnerType | null) => void = () => undefined,
): Promise<TemplateReport> {
  let state = await loadPolicy(context);
  const plan = planTemplate(state, template);
  const settings = settingsFor(state, template);
  const acts = plan.types.filter(
    ({ act, isReady, obstacle }) => act !== 'nothing' && isReady && obstacle === null,
  );
  const hasSettings = plan.settings.length > 0;
  const of = acts.length + Number(hasSettings);
  let done = 0;
  try {
    for (const { type, act } of acts) {
      onStep(done, of, type);
      const given = template.profiles[type];
      if (act === 'back' || given == null)
        state = await rollBackProfile(context, { type, version: 0, ...who, policy: state.policy });
      else state = await publishGiven(context, state, type, given, who);
      done += 1;
    }
    if (hasSettings) {
      onStep(done, of, null);
      await publishSettings(context, { settings, ...who, policy: state.policy });
    }
  } catch (error) {
    throw withPublished(
      error,
      acts.slice(0, done).map(({ type }) => type),
    );
  }
  return { plan, published: acts.map(({ type }) => type), hasSettings };
}

/** The failure, with what was published before it. */
function withPublished(cause: unknown, types: readonly PartnerType[]): unknown {
  if (types.length === 0 || !(cause instanceof Refused || cause instanceof CrmError)) return cause;
  const before = publishedBefore(types.map(partnerTypeLabel).join(', '));
  if (cause instanceof CrmError) return brokenOff(cause, before);
  const field = cause.field === undefined ? {} : { field: cause.field };
  return new Refused(cause.code, `${cause.message} ${before}`, { ...field, cause });
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
    ...(isReviewDay(reviewDue, state.asOf) && { reviewDue }),
  };
  const seen = policy?.draft?.at ?? null;
  const saved = await saveProfileDraft(context, { type, draft, seen, by: who.by });
  if (saved.conflict !== null)
    throw new Refused('policy-moved', draftInTheWay(saved.conflict.by, type), { field: type });
  const at = saved.state.types.find((one) => one.type === type)?.draft?.at;
  return publishProfile(context, { type, seen: at, ...who, policy: state.policy });
}
