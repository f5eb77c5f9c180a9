import { useMemo, useRef } from 'react';

import { type Preview, previewProfile } from '../../../src/icp/preview.ts';

import { profileFaults } from '../state/faults.ts';
import { UNREAD } from '../state/portfolio.ts';
import type { DraftProps } from './page-props.ts';

interface CurrentPreview {
  /** Null until scorecards were read, and while no draft could be judged. */
  preview: Preview | null;
  /** Whether it is of an earlier state of the draft: the present one has faults. */
  isOld: boolean;
}

/** What the draft would make of the scorecards that were read last, anew at every edit. */
export function usePreview({ state, policy, editor }: DraftProps): CurrentPreview {
  const { cards, read } = state.portfolios[policy.type] ?? UNREAD;
  const { profile } = editor.body;
  const { asOf } = state.policy;
  const isFaulty = profileFaults(editor, state.policy, policy.type).some(({ path }) => isOfRules(path));
  const last = useRef<Preview | null>(null);
  const now = useMemo(
    () => (isFaulty || read === 0 ? null : previewProfile(profile, cards, asOf)),
    [isFaulty, read, profile, cards, asOf],
  );
  if (now !== null) last.current = now;
  return { preview: read === 0 ? null : last.current, isOld: now === null };
}

/** Faults of texts change no lane. */
function isOfRules(path: string): boolean {
  return path === 'dimensions' || /^(floors|deepNeeds)|\.weight$|\.caps/.test(path);
}
