import { useDebounce } from '@hubspot/ui-extensions';
import { useMemo, useRef } from 'react';

import type { PortfolioCard } from '../../../src/icp/portfolio-card.ts';
import { type Preview, previewProfile } from '../../../src/icp/preview.ts';
import type { Profile } from '../../../src/icp/profile.ts';

import { profileFaults } from '../state/faults.ts';
import { UNREAD } from '../state/portfolio.ts';
import type { DraftProps } from './page-props.ts';

interface CurrentPreview {
  /** Null until scorecards were read, and while no draft could be judged. */
  preview: Preview | null;
  /** Whether it is of an earlier state of the draft: the present one has faults. */
  isOld: boolean;
  /** Whether it waits for a pause in typing: with many scorecards every keystroke would cost a third of a second. */
  isUpdating: boolean;
}

/** Up to so many scorecards are judged at every keystroke: about 70 ms. */
const MOST_AT_ONCE = 2_000;
/** How long a pause in typing is, in milliseconds. */
const PAUSE = 400;

/** What the draft would make of the scorecards that were read last, anew at every edit. */
export function usePreview({ state, policy, editor }: DraftProps): CurrentPreview {
  const { cards, read } = state.portfolios[policy.type] ?? UNREAD;
  const { profile } = editor.body;
  const { asOf } = state.policy;
  const isFaulty = profileFaults(editor, state.policy, policy.type).some(({ path }) => isOfRules(path));
  const isUpdating = useIsTyped(profile) && cards.length > MOST_AT_ONCE && !isFaulty;
  const last = useRef<Preview | null>(null);
  const now = useMemo(
    () => (isFaulty || isUpdating || read === 0 ? null : previewOf(profile, cards, asOf)),
    [isFaulty, isUpdating, read, profile, cards, asOf],
  );
  if (now !== null) last.current = now;
  return { preview: read === 0 ? null : last.current, isOld: now === null, isUpdating };
}

/** Whether the profile has changed within the last pause. */
function useIsTyped(profile: Profile): boolean {
  const text = useMemo(() => JSON.stringify(profile), [profile]);
  return useDebounce(text, PAUSE) !== text;
}

let newest: { profile: Profile; cards: readonly PortfolioCard[]; asOf: string; preview: Preview } | null =
  null;

/** Several tabs show the same preview: it is computed once. */
function previewOf(profile: Profile, cards: readonly PortfolioCard[], asOf: string): Preview {
  if (newest?.profile !== profile || newest.cards !== cards || newest.asOf !== asOf)
    newest = { profile, cards, asOf, preview: previewProfile(profile, cards, asOf) };
  return newest.preview;
}

/** Faults of texts change no lane. */
function isOfRules(path: string): boolean {
  return path === 'dimensions' || /^(floors|deepNeeds)|\.weight$|\.caps/.test(path);
}
