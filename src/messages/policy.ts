/** What is said of the portal's own policy: profiles, settings and where they are kept. */

export const HOME_GONE =
  'The custom object in which Partner ICP keeps its profiles (partner_icp_home) cannot be found. icp install says what stands there now, and what can be done.';

export const POLICY_MOVED =
  'Another profile became the current one meanwhile. Nothing was written. Load the company again, look at what that profile changes, then decide.';
export const NOTHING_TO_REJUDGE =
  'companyId: this company has not been judged yet, so that there is nothing to re-judge. Nothing was written.';
/** @param profile "Technology partner" */
export const typeOfOtherProfile = (profile: string) =>
  `The scorecard belongs to another partner type than the profile "${profile}". Change the type on the card. Nothing was written.`;
export const REJUDGE_UNKNOWN =
  'The company was re-judged, or is about to be, but HubSpot could not be asked what it kept. Load the company to see; taking the profile over once more changes nothing that is there.';
export const HOME_ABSENT_AFTER_WRITE =
  'HubSpot does not show yet whether this was written. Load it again in a minute before you try once more.';
export const entryTooLong = (length: number, most: number) =>
  `This is too long for HubSpot: ${length} characters, and it keeps ${most}. Shorten it, then save again.`;
