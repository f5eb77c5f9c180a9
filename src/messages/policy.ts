/** What is said of the portal's own policy: profiles, settings and where they are kept. */

export const HOME_GONE =
  'The custom object in which Partner ICP keeps its profiles (partner_icp_home) cannot be found. An admin has to restore it in HubSpot, or run icp doctor.';

export const POLICY_MOVED =
  'Another profile became the current one meanwhile. Nothing was written. Load the company again, look at what that profile changes, then decide.';
export const NOTHING_TO_REJUDGE =
  'companyId: this company has not been judged yet, so that there is nothing to re-judge. Nothing was written.';
/** @param profile "Technology partner" */
export const typeOfOtherProfile = (profile: string) =>
  `The scorecard belongs to another partner type than the profile "${profile}". Change the type on the card. Nothing was written.`;
export const REJUDGE_UNKNOWN =
  'The company was re-judged, or is about to be, but HubSpot could not be asked what it kept. Load the company to see; taking the profile over once more changes nothing that is there.';
