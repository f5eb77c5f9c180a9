import type { ProfileDraftBody } from '../../../src/contract/policy.ts';
import type { CheckDefinition, Dimension, LevelTexts, Profile } from '../../../src/icp/profile.ts';

import { profileFaults } from '../state/faults.ts';
import type { Form } from './fields.tsx';
import type { DraftProps } from './page-props.ts';

/** The inputs of a draft, and how they change it. */
export interface ProfileForm extends Form {
  edit: (path: string, change: (body: ProfileDraftBody) => ProfileDraftBody, isTyping?: boolean) => void;
  editProfile: (path: string, change: (profile: Profile) => Profile, isTyping?: boolean) => void;
  editDimension: (
    index: number,
    path: string,
    change: (dimension: Dimension) => Dimension,
    isTyping?: boolean,
  ) => void;
  editCheck: (
    index: number,
    path: string,
    change: (check: CheckDefinition) => CheckDefinition,
    isTyping?: boolean,
  ) => void;
}

export function profileForm({ state, session, policy, editor }: DraftProps): ProfileForm {
  const { type } = policy;
  const faults = profileFaults(editor, state.policy, type);
  const edit: ProfileForm['edit'] = (path, change, isTyping) =>
    session.editProfile(type, path, change, isTyping);
  const editProfile: ProfileForm['editProfile'] = (path, change, isTyping) =>
    edit(path, (body) => ({ ...body, profile: change(body.profile) }), isTyping);
  return {
    revision: editor.revision,
    unread: editor.unread,
    faultAt: (path) => faults.find((fault) => fault.path === path)?.message ?? null,
    typeNoNumber: (path, text) => session.typeNoNumber(type, path, text),
    leave: () => session.leave(type),
    edit,
    editProfile,
    editDimension: (index, path, change, isTyping) =>
      editProfile(
        path,
        (profile) => ({ ...profile, dimensions: at(profile.dimensions, index, change) }),
        isTyping,
      ),
    editCheck: (index, path, change, isTyping) =>
      editProfile(path, (profile) => ({ ...profile, checks: at(profile.checks, index, change) }), isTyping),
  };
}

function at<Item>(items: readonly Item[], index: number, change: (item: Item) => Item): Item[] {
  return items.map((item, position) => (position === index ? change(item) : item));
}

/** The five texts with one of them changed. */
export function withLevel(
  [one, two, three, four, five]: LevelTexts,
  index: number,
  text: string,
): LevelTexts {
  const or = (position: number, level: string) => (position === index ? text : level);
  return [or(0, one), or(1, two), or(2, three), or(3, four), or(4, five)];
}
