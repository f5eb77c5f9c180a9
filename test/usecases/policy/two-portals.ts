import type { PolicyState, ProfileDraftInput } from '../../../src/contract/policy.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { type Template, parseTemplate } from '../../../src/usecases/policy/parse-template.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile } from '../../../src/usecases/policy/publish.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { templateOf } from '../../../src/usecases/policy/template.ts';
import { anyDraft, weighing } from './any-draft.ts';

export const lena = { by: 'lena@example.com', reason: 'As in the test portal' };

/** Settings that differ from the default ones in two places. */
export const OTHER_SETTINGS: Settings = { ...DEFAULT_SETTINGS, slots: 4, asksSaas: false };

/** Publishes a draft, whatever stands in the policy. */
export async function publish(
  context: Context,
  type: PartnerType,
  draft: ProfileDraftInput,
): Promise<PolicyState> {
  const state = await loadPolicy(context);
  const seen = state.types.find((policy) => policy.type === type)?.draft?.at ?? null;
  await saveProfileDraft(context, { type, draft, seen, by: lena.by });
  return publishProfile(context, { type, ...lena, policy: state.policy });
}

/** A portal publishes a second version for technology, a first one for resellers, and settings. @returns its template, as a file holds it */
export async function publishedTemplate(context: Context): Promise<Template> {
  await publish(context, 'technology', anyDraft(weighing(25, 25)));
  await publish(context, 'technology', anyDraft({ ...weighing(35, 15), floors: { deep: 400, fast: 260 } }));
  const { policy } = await publish(
    context,
    'reseller',
    anyDraft({ floors: { deep: 390, fast: 250 } }, 'reseller'),
  );
  const state = await publishSettings(context, { settings: OTHER_SETTINGS, ...lena, policy });
  return asRead(templateOf(state));
}

/** As it is read from a file. */
export function asRead(template: unknown): Template {
  const read = parseTemplate(JSON.parse(JSON.stringify(template)));
  if ('format' in read) return read;
  throw new Error(JSON.stringify(read));
}
