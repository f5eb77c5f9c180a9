import type { PartnerType } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { PortfolioPage } from './policy.ts';
import type { SaveAnswer, ScorecardRecord, WantedChange } from './scorecard-record.ts';

/** The operations of the app: per operation its input and its answer. Doors mount them, cards call them. */
export interface Operations {
  'load-scorecard': { input: { companyId: string }; answer: ScorecardRecord };
  'save-scorecard': {
    input: {
      companyId: string;
      changes: Readonly<Record<string, WantedChange>>;
      by: string;
      /** This is the yearly review, with these changes or none. */
      reviewed?: true | undefined;
    };
    answer: SaveAnswer;
  };
  'clear-scorecard': { input: { companyId: string; by: string }; answer: SaveAnswer };
  'rejudge-scorecard': { input: { companyId: string; by: string; to: string }; answer: SaveAnswer };
  'read-portfolio': { input: { type: PartnerType; after?: string | undefined }; answer: PortfolioPage };
  'show-profile': { input: { type: PartnerType }; answer: Profile };
}
