import type { PartnerType } from '../icp/partner-types.ts';
import type { WantedChange } from './wanted-change.ts';

/** The writes of one run of the card, up to this one. A run counts its writes from 1. */
export interface DraftMark {
  session: string;
  sequence: number;
}

/** An unsaved edit of a field. */
export interface DraftEdit extends WantedChange {
  /** The last change of the field that the card knew, ISO 8601; null for none. What that person saved later replaces the edit. */
  since: string | null;
}

/** What one run of the card last wrote. */
export interface DraftPart extends DraftMark {
  edits: Readonly<Record<string, DraftEdit>>;
  /** The partner type whose questions were shown. */
  type: PartnerType;
  /** ISO 8601. */
  at: string;
  /** What earlier runs had written, and this one continues: it stands in their place. */
  took: readonly DraftMark[];
}

/** Body of a home entry of the kind `scorecard-draft`, `<company id>:<user id>`: a part for each run, the newest last. */
export interface ScorecardDraftBody {
  parts: readonly DraftPart[];
}

/**
 * Body of the entry beside it, `<company id>:<user id>:void`: what was saved or discarded. An older write that arrives late
 * counts for nothing. It is an entry of its own, so that such a write cannot replace it.
 */
export interface VoidDraftsBody {
  marks: readonly DraftMark[];
}

/** A person's own unsaved edits from earlier, none of them equal to what is stored. */
export interface OfferedDraft {
  /** When it was written, in the portal's time zone: `today 14:38`, `25 November 14:38`. */
  when: string;
  edits: Readonly<Record<string, WantedChange>>;
  /** What people call these fields. */
  labels: Readonly<Record<string, string>>;
  /** The partner type whose questions were shown. */
  type: PartnerType;
  /** What was written: whoever continues or discards it names this. */
  marks: readonly DraftMark[];
}

/** Somebody else has unsaved edits on the company. What they are is not told. */
export interface OthersDraft {
  /** Since when, in the portal's time zone: `today 14:38`. */
  when: string;
  /** A display name where an owner of the portal has the address. */
  by: string;
}

/** The drafts of the card that saves: which of them the save replaces. */
export interface DraftsOfSave {
  /** The id of the HubSpot user. In the private edition a claim. */
  user: string;
  session: string;
  /** One more than the writes of this run so far. */
  sequence: number;
  took: readonly DraftMark[];
  /** The names of all edited fields, sent or not. */
  edited: readonly string[];
}

/** What a run of the card wants kept. */
export interface DraftToKeep extends DraftMark {
  companyId: string;
  user: string;
  by: string;
  type: PartnerType;
  edits: Readonly<Record<string, DraftEdit>>;
  took: readonly DraftMark[];
}
