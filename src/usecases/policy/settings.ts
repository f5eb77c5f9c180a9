import type { PolicyState, SettingsDraft } from '../../contract/policy.ts';
import { type Settings, settingsFaults } from '../../icp/settings.ts';
import { PUBLISHING_FROM_TERMINAL, PUBLISH_SETTINGS } from '../../messages/policy.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { type Seen, discardDraft, keepDraft } from './drafts.ts';
import { settingsContents } from './draft-faults.ts';
import { SETTINGS_DRAFT, openPolicy } from './open-policy.ts';
import { settingsDraftOf, stateOf } from './policy-state.ts';
import {
  type Publishing,
  appendEntry,
  openToPublish,
  requireMayPublish,
  requireUnmoved,
} from './publish-entry.ts';

/**
 * Keeps the draft of the settings, as `saveProfileDraft` keeps that of a profile. A page that may not publish cannot put
 * that right into the draft either: whoever publishes it from the terminal could miss the line. In the OAuth edition only
 * those who may publish prepare settings.
 *
 * @throws Refused
 * @throws CrmError
 */
export async function saveSettingsDraft(
  outside: Context,
  { settings, seen, by }: { settings: Settings } & Seen,
): Promise<{ state: PolicyState; conflict: SettingsDraft | null }> {
  const open = await openPolicy(outside);
  const there = settingsDraftOf(open);
  const shown = there?.at ?? null;
  const known = [open.policy.settings.publishing, there?.settings.publishing];
  const isByPerson = open.context.publishes === 'by-person';
  if (isByPerson || !known.includes(settings.publishing))
    requireMayPublish(open, PUBLISHING_FROM_TERMINAL, isByPerson ? undefined : 'settings.publishing');
  const kept = await keepDraft(open, { key: SETTINGS_DRAFT, body: settings, seen, by }, shown);
  const conflict = kept.isConflict ? settingsDraftOf(kept.open) : null;
  return { state: stateOf(kept.open), conflict };
}

/** Deletes the draft of the settings as it was seen. @throws Refused `policy-moved` */
export async function discardSettingsDraft(
  outside: Context,
  who: { seen: string; by: string },
): Promise<PolicyState> {
  const open = await openPolicy(outside);
  if (open.context.publishes === 'by-person') requireMayPublish(open, PUBLISHING_FROM_TERMINAL);
  return stateOf(await discardDraft(open, SETTINGS_DRAFT, who));
}

/**
 * Publishes settings. A draft that says the same counts as published, and is shown no more. Whether the page may publish
 * follows from the settings in force, so that it cannot give itself the right.
 *
 * @throws Refused as `publishProfile`
 * @throws CrmError
 */
export async function publishSettings(
  outside: Context,
  { settings, ...wanted }: { settings: Settings } & Publishing,
): Promise<PolicyState> {
  const [fault] = settingsFaults(settings);
  if (fault !== undefined) {
    const field = `settings.${fault.path}`;
    throw new Refused('invalid-input', `${field}: ${fault.message}. Nothing was published.`, { field });
  }
  const { open, by } = await openToPublish(outside, wanted.by, PUBLISH_SETTINGS);
  const publishing = { ...wanted, by };
  const text = settingsContents(settings);
  const isRepeat = requireUnmoved(
    open,
    publishing,
    ({ act, settings: published }) => act.kind === 'settings' && settingsContents(published) === text,
  );
  if (isRepeat) return stateOf(open);
  const act = { kind: 'settings' } as const;
  return stateOf(await appendEntry(open, publishing, { act, settings }, open.drafts.get(SETTINGS_DRAFT)?.at));
}
