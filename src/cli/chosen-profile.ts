import type { PolicyState, TypePolicy } from '../contract/policy.ts';
import { type PartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import type { Context } from '../usecases/context.ts';
import type { Body } from '../usecases/policy/body-difference.ts';
import { showProfileOf } from '../usecases/policy/show-profile.ts';
import { currentVersion, draftName, versionName } from './policy-lines.ts';
import { noDraftHere, noVersionHere, notAVersion } from '../messages/terminal.ts';
import { badInput, typedNumber } from './typed.ts';

/** A version or the draft of a profile, and what it is called. */
export interface ChosenProfile extends Body {
  name: string;
}

/** The policy of a type. */
export function typePolicyOf({ types }: PolicyState, type: PartnerType): TypePolicy {
  const policy = types.find((one) => one.type === type);
  if (policy === undefined) throw new Error(`the policy lacks ${type}`);
  return policy;
}

const UNREAD = 'Current profile, which cannot be read; the shipped one stands here';

/** The current profile of a type. The shipped one stands for one that cannot be read, and the name says so. */
export function currentBody(policy: TypePolicy): ChosenProfile {
  const current = currentVersion(policy);
  return {
    profile: policy.profile,
    prerequisites: current?.prerequisites ?? null,
    reviewDue: current?.reviewDue ?? null,
    name: current === undefined ? UNREAD : versionName(current),
  };
}

/** The draft of a type. @param option what asked for it @throws Refused `invalid-input` when there is none */
export function draftBody(option: string, { type, draft }: TypePolicy): ChosenProfile {
  if (draft === null) throw badInput(option, noDraftHere(partnerTypeLabel(type), type));
  const { profile, prerequisites, reviewDue } = draft;
  return { profile, prerequisites, reviewDue, name: draftName(draft) };
}

/**
 * The version that was typed: a number, or `draft`.
 *
 * @throws Refused `invalid-input` naming the versions that there are
 */
export async function chosenBody(
  context: Context,
  policy: TypePolicy,
  option: string,
  typed: string,
): Promise<ChosenProfile> {
  if (typed === 'draft') return draftBody(option, policy);
  const version = typedVersion(option, typed);
  const summary = policy.versions.find((one) => one.version === version);
  if (summary === undefined) {
    const there = policy.versions.map((one) => one.version).reverse();
    throw badInput(option, noVersionHere(partnerTypeLabel(policy.type), version, there.join(', ')));
  }
  const profile = await showProfileOf(context, { type: policy.type, version });
  const { prerequisites, reviewDue } = summary;
  return { profile, prerequisites, reviewDue, name: versionName(summary) };
}

/** A number of a version as typed: `2` or `v2`. */
export function typedVersion(option: string, text: string): number {
  const version = typedNumber(text.replace(/^v/, ''));
  if (typeof version === 'number') return version;
  throw badInput(option, notAVersion(text.slice(0, 40)));
}
