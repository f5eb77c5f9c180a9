import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import { type Suspicion, changesOfDraft, suspicions } from '../../../src/icp/suspicions.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

import { changesWithCounts, factsWithCounts } from '../../../src/icp/crm-facts.ts';

import type { Ready } from '../state/card-state.ts';
import { countsOf } from '../state/facts-state.ts';
import { draftOf, liveVerdict } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { profileShown, waitingForConfirmation } from '../state/type-choice.ts';

/** What the card shows: the state, and what follows from it and from the unsaved changes. */
export interface CardView {
  state: Ready;
  record: ScorecardRecord;
  /** The shown one: of the type that is chosen and not saved, else of the record. */
  profile: Profile;
  /** The scorecard as it would be after saving. */
  draft: Scorecard;
  /** Of the draft. Null while nothing is rated or nothing can be judged. */
  verdict: Verdict | null;
  /** Keys of dimensions whose rating waits to be confirmed for the shown type. */
  waiting: readonly string[];
  /** Of the draft. Empty while nothing can be judged. */
  suspicions: readonly Suspicion[];
}

/** What the card may ask of HubSpot's page. */
export interface PageActions {
  copyTextToClipboard: (text: string) => Promise<void>;
  closeOverlay: (id: string) => void;
}

/**
 * What each tab gets. Only the open tab is drawn, and HubSpot may unmount a hidden one, so nothing unsaved may live in the
 * React state of a tab.
 */
export interface TabProps {
  view: CardView;
  session: Session;
  actions: PageActions;
  /** Names of the fields whose inputs are open in place. */
  unfolded: ReadonlySet<string>;
  onUnfold: (field: string, isUnfolded: boolean) => void;
}

export function cardViewOf(state: Ready): CardView {
  const { record } = state;
  const profile = profileShown(state);
  const draft = draftOf(state);
  const judged = liveVerdict(record, draft, profile);
  const isRated = profile.dimensions.some(({ key }) => ratingOf(draft.ratings, key) !== null);
  return {
    state,
    record,
    profile,
    draft,
    verdict: isRated || record.state === 'judged' ? judged : null,
    waiting: waitingForConfirmation(state),
    suspicions: judged === null ? [] : suspicionsOf(state, draft, profile),
  };
}

function suspicionsOf({ record, facts }: Ready, draft: Scorecard, profile: Profile) {
  const { changes, scorecard, asOf, evidenceDays } = record;
  const counted = countsOf(facts);
  const newest = changesOfDraft(changes, scorecard, draft, profile, asOf);
  return suspicions(
    draft,
    profile,
    factsWithCounts(draft.facts, counted),
    changesWithCounts(newest, counted),
    asOf,
    evidenceDays.inspection,
  );
}
