/** What there is to say of the record as it is stored. It comes in sentences, so that no card bundles them. */
export interface RecordTexts {
  /** Who stored it when, and what is due. Empty before the first save. */
  stored: string;
  /** Who reviewed it when, and what is due. */
  review: string;
  /** The types whose properties the portal lacks, and how it gets them. Empty when it has all. */
  typesNotSetUp: string;
  profile: ProfileTexts;
  /** What a person has to know before relying on the lane. */
  notices: readonly RecordNotice[];
  /** Empty where the company has none. Of two kinds, the unsaved scorecard decides which holds. */
  override: readonly OverrideNotice[];
  decision: DecisionTexts;
  words: CardWords;
}

export interface OverrideNotice {
  kind: 'in-force' | 'waits' | 'ended' | 'incomplete';
  title: string;
  sentences: readonly string[];
}

/** Sentences that name nothing of the record, by what they say. */
export type CardWords = Readonly<
  Record<
    | 'checksExplained'
    | 'checksNotNeeded'
    | 'clear'
    | 'cleared'
    | 'decideAnew'
    | 'decideChoose'
    | 'decideLookFirst'
    | 'decideOtherBasis'
    | 'decideSaveFirst'
    | 'draftFailed'
    | 'evidenceStays'
    | 'factsExplained'
    | 'flagBlocks'
    | 'flagged'
    | 'historyEmpty'
    | 'meetingPage'
    | 'newerProfile'
    | 'noChecks'
    | 'noContacts'
    | 'notInstalled'
    | 'nothingDecided'
    | 'nothingKnown'
    | 'nothingToExplain'
    | 'nothingWasChanged'
    | 'otherTypes'
    | 'overrideExplained'
    | 'ratingsEmptied'
    | 'refilledStay'
    | 'replyExplained'
    | 'rolesAtOnce'
    | 'savedComesBack'
    | 'seeAboveTabs'
    | 'slotsUnsure'
    | 'theirsKept'
    | 'thinkAlong'
    | 'typeSavedWhole'
    | 'unaskedDropped'
    | 'uncheckedAgain'
    | 'undoExplained'
    | 'undoOfUndo'
    | 'unsavedAnswersStay',
    string
  >
>;

/** What is said of the profile that a record is judged by. */
export interface ProfileTexts {
  /** `Profile of 3 March 2026 (v2)` */
  name: string;
  /** Whose it is and why, and until when it is held. */
  about: readonly string[];
  /** The one that can be taken over, and whose it is. Empty where there is none. */
  today: string;
}

export interface RecordNotice {
  title: string;
  variant: 'info' | 'warning' | 'danger';
  sentences: readonly string[];
  /** What its button says and does. */
  action: { label: string; act: 'update' | 'load' | 'take-over' };
}

/** What a card says of a decision as it is stored. */
export interface DecisionTexts {
  /** `Go deep in 2027-Q1, against the checks`; empty where nothing is decided. */
  title: string;
  /** Who, when, on what and why. */
  sentences: readonly string[];
  /** A reply to a partner in Fast lane or No lane; empty for any other. */
  reply: string;
}
