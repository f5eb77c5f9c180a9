import type { PolicyState, ProfileDraftBody, ProfileFault } from '../../../src/contract/policy.ts';
import { faultsBeside } from '../../../src/icp/draft-faults.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { lintProfile } from '../../../src/icp/profile-lint.ts';
import { type Settings, settingsFaults } from '../../../src/icp/settings.ts';
import { NOT_A_NUMBER } from '../../../src/messages/settings-page.ts';

import { type Editor, isDirty } from './editor.ts';
import { typePolicyOf } from './page-state.ts';

/** Why a profile cannot be published, by field. What only the app knows, it says once the draft is saved. */
export function profileFaults(
  editor: Editor<ProfileDraftBody>,
  policy: PolicyState,
  type: PartnerType,
): readonly ProfileFault[] {
  const own = [
    ...unreadFaults(editor),
    ...lintProfile(editor.body.profile, null),
    ...faultsBeside(editor.body, policy.asOf),
  ];
  const ofApp = isDirty(editor) ? [] : (typePolicyOf(policy, type)?.draft?.faults ?? []);
  return [...own, ...ofApp.filter(({ path }) => !own.some((fault) => fault.path === path))];
}

/** Why settings cannot be published, by field. */
export function faultsOfSettings(editor: Editor<Settings>): readonly ProfileFault[] {
  return [...unreadFaults(editor), ...settingsFaults(editor.body)];
}

function unreadFaults({ unread }: Editor<unknown>): ProfileFault[] {
  return Object.keys(unread).map((path) => ({ path, message: NOT_A_NUMBER }));
}
