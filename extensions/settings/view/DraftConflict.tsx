import { differenceLines } from '../../../src/icp/difference.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { profileDifferences } from '../../../src/icp/profile-difference.ts';
import { settingsDifferences } from '../../../src/icp/settings-difference.ts';
import { NOTHING_DIFFERS, theirsSaved } from '../../../src/messages/settings-page.ts';

import { Notice } from '../../common/layout.tsx';
import type { Ready, Subject } from '../state/page-state.ts';
import { namesIn } from './Publishers.tsx';
import type { PageProps } from './page-props.ts';

/** Somebody else has saved the draft since it was opened: what differs, and the choice between the two. */
export function DraftConflict({ state, session, subject }: PageProps & { subject: Subject }) {
  const editor = subject === 'settings' ? state.settings : state.editors[subject];
  const theirs = editor?.theirs ?? null;
  if (theirs === null) return null;
  const lines = linesOf(state, subject);
  return (
    <Notice
      title="Two people have edited this draft"
      sentences={[
        theirsSaved(theirs.by, dayInWords(theirs.on)),
        ...(lines.length === 0 ? [NOTHING_DIFFERS] : ['From yours to theirs:', ...lines]),
      ]}
      actions={[
        { label: 'Take theirs', act: () => session.takeTheirs(subject), isDisabled: state.busy !== null },
        {
          label: 'Save mine over theirs',
          act: () => session.saveMine(subject),
          isDisabled: state.busy !== null,
        },
      ]}
    />
  );
}

function linesOf(state: Ready, subject: Subject): string[] {
  const { settings, editors } = state;
  if (subject === 'settings')
    return settings.theirs === null
      ? []
      : settingsDifferences(settings.body, settings.theirs.body, namesIn(state)).map(
          ({ what, from, to }) => `${what}: ${from} -> ${to}`,
        );
  const editor = editors[subject];
  if (editor?.theirs === undefined || editor.theirs === null) return [];
  const { profile, prerequisites, reviewDue } = editor.body;
  const theirs = editor.theirs.body;
  return [
    ...differenceLines(profileDifferences(profile, theirs.profile)),
    ...(JSON.stringify(prerequisites) === JSON.stringify(theirs.prerequisites)
      ? []
      : ['What the profile rests on differs.']),
    ...(reviewDue === theirs.reviewDue
      ? []
      : [`Held until: ${dayInWords(reviewDue)} -> ${dayInWords(theirs.reviewDue)}`]),
  ];
}
