import type { PartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { PortfolioPage } from './policy.ts';
import type { DraftMark, DraftToKeep, DraftsOfSave, OthersDraft } from './drafts.ts';
import type { SaveAnswer, ScorecardRecord, WantedChange } from './scorecard-record.ts';

/** The operations of the app: per operation its input and its answer. Doors mount them, cards call them. */
export interface Operations {
  'load-scorecard': {
    input: {
      companyId: string;
      /** The id of the HubSpot user whose draft is offered. */
      user?: string | undefined;
    };
    answer: ScorecardRecord;
  };
  'save-scorecard': {
    input: {
      companyId: string;
      changes: Readonly<Record<string, WantedChange>>;
      by: string;
      /** This is the yearly review, with these changes or none. */
      reviewed?: true | undefined;
      drafts?: DraftsOfSave | undefined;
    };
    answer: SaveAnswer;
  };
  'rejudge-scorecard': { input: { companyId: string; by: string; to: string }; answer: SaveAnswer };
  'read-portfolio': { input: { type: PartnerType; after?: string | undefined }; answer: PortfolioPage };
  'clear-scorecard': {
    input: { companyId: string; by: string; drafts?: DraftsOfSave | undefined };
    answer: SaveAnswer;
  };
  /** Keeps unsaved edits. Not kept where the portal has no home or wants no drafts. */
  'keep-draft': { input: DraftToKeep; answer: { isKept: boolean } };
  'discard-draft': {
    input: { companyId: string; user: string; marks: readonly DraftMark[] };
    answer: { isDiscarded: true };
  };
  /** Who else has unsaved edits. It may lag some seconds. */
  'find-drafts': { input: { companyId: string; user: string }; answer: { drafts: readonly OthersDraft[] } };
  'show-profile': { input: { type: PartnerType }; answer: Profile };
}
