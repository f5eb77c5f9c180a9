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
  `This is too long to be kept: it has ${length} characters, and at most ${most} are. Shorten it, then save again.`;

export const NO_HOME =
  'This portal has no place for profiles of its own: HubSpot keeps them in a custom object, which needs an Enterprise plan. An admin makes it: icp install. Until then the shipped profiles hold.';
/** Prepares the settings that let the settings page publish. */
export const ALLOW_PUBLISHING = 'icp settings set publishing=page --by name@example.com';
/** Prepares the settings that let the terminal alone publish. */
export const FORBID_PUBLISHING = 'icp settings set publishing=terminal --by name@example.com';
export const PUBLISH_SETTINGS = 'icp settings publish --by name@example.com --reason "..."';
/** @param command `icp profile publish technology --by name@example.com --reason "..."` */
export const publishFromTerminal = (command: string) =>
  `This page may prepare a draft, but not publish it: anybody in the portal could do it under another name. Whoever holds the app's token publishes from the terminal: ${command}. An admin may allow it here: ${ALLOW_PUBLISHING}, then ${PUBLISH_SETTINGS}`;
export const PUBLISHING_FROM_TERMINAL = `settings.publishing: where profiles are published is set from the terminal: ${ALLOW_PUBLISHING}. Nothing was written.`;
/** @param publishers "Ada Berg (installed the app), Omar Haddad" */
export const publishersOnly = (publishers: string) =>
  `In this portal profiles and settings are published by ${publishers}. Ask one of them. Nothing was written.`;
export const mayPublishHere = (name: string, isInstaller: boolean) =>
  isInstaller ? `${name} (installed the app)` : name;
/** Who published on the page of the private edition, where a name can be forged. */
export const claimedOnPage = (by: string) => `${by} (claimed on the page)`;
/** @param what "published the profile for Technology partner (v3)" @param on "3 March 2026" */
export const policyMoved = (by: string, what: string, on: string, reason: string) =>
  `${by} ${what} on ${on}: "${reason}". Nothing of yours was published, and nothing that you edited is lost. Look at what changed, then publish again.`;
export const policyMovedUnseen = (newest: number, seen: number) =>
  `The newest entry of the policy is ${newest}, and you have seen ${seen}. Nothing was published. Load the policy again.`;
export const draftMoved = (by: string, on: string) =>
  `${by} changed the draft on ${on}. Nothing was written. Load it again to see what they changed.`;
export const noDraft = (type: string) =>
  `type: there is no draft of the profile for ${type}. Save one, then publish it. Nothing was published.`;
/** @param type "Technology partner" */
export const draftDamaged = (type: string) =>
  `The draft for ${type} was edited by other means and cannot be read. Nothing was published. Save it again or discard it.`;
/** @param faults each with its path */
export const draftFaults = (faults: string) =>
  `The draft cannot be published: ${faults}. Nothing was published, and the draft is kept.`;
export const prerequisitesNeeded = (missing: string) =>
  `prerequisites: the settings of this portal ask for ${missing} before a profile is published. Add it to the draft, which is kept. Nothing was published.`;
/** @param entry "entry 3 of the policy log" */
export const policyDamaged = (entry: string, remedy: string) =>
  `Nothing was published: ${entry} was edited or deleted by other means. ${remedy}`;
/** @param profile "Technology partner, v3" */
export const noSuchVersion = (profile: string) =>
  `version: the profile "${profile}" was never published here, or cannot be read. Choose one of the list; 0 is the shipped one.`;
export const alreadyCurrent = (profile: string) =>
  `version: the ${profile} is the current one already. Nothing was published.`;
export const bodyTooLong = (field: string, characters: string, most: string) =>
  `${field}: too long. The profile has ${characters} characters, and at most ${most} of one are kept; this is its longest part. Shorten it. Nothing was written.`;
/** @param characters "2,000,000" */
export const inputTooLong = (characters: string, most: string) =>
  `input: ${characters} characters, and a call takes at most ${most}. Nothing was written.`;
export const REASON_EXPECTED = 'say why, in at most 500 visible characters';
