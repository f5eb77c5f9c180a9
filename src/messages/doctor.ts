// The findings of the doctor. A parameter such as `companies` is a count with its verb: "2 companies were".

export const NOT_INSTALLED = 'Partner ICP is not installed in this portal. An admin runs: icp install';
export const propertiesMissingHere = (names: string) =>
  `Properties are missing, deleted in HubSpot or new in this version: ${names}.`;
export const LEFT_AFTER_RESTORING =
  'They are left as they are in this run, since properties were missing: look whether their ratings are there again, then run: icp doctor --repair';
export const optionsLost = (properties: string) => `Properties lost options: ${properties}.`;
/** @param texts `ipp_clearance: "Clearance" to "Clearance for Deep"` */
export const labelsOutdated = (texts: string) => `Texts of an earlier version are still there: ${texts}.`;
export const kindsDiffer = (properties: string) =>
  `Properties have another type than the app needs: ${properties}.`;
export const RENAME_PROPERTIES =
  "Rename or delete them in HubSpot's property settings, then run: icp install";
export const NO_PIPELINE =
  'There is no partner pipeline, so no deal shows a lane. To make one, run: icp install';
export const listsLost = (names: string) =>
  `Lists are missing or were changed: ${names}. To make those that the plan allows, run: icp install`;
export const listsBehind = (names: string) =>
  `Lists filter by an earlier time zone or by earlier profiles, and show other companies than they should: ${names}. Run: icp doctor --repair`;
export const listsRenewed = (names: string) =>
  `Lists filtered by an earlier time zone or by earlier profiles: ${names}. Repaired.`;
/** @param where "behind" or "ahead of" */
export const clockOff = (minutes: string, where: string) =>
  `The clock of this machine is ${minutes} minutes ${where} HubSpot's. Set it: overrides and reviews end by it.`;
export const callsLeft = (left: string, daily: string) =>
  `Only ${left} of ${daily} API calls of today are left, for all apps of the account. Wait until midnight with work in bulk.`;
export const newerInstallation = (installed: number, own: number) =>
  `A newer app installed here (version ${installed}, this one is ${own}). Update this one.`;

/** @param verdicts "3 stored verdicts do" */
export const verdictsDiffer = (verdicts: string) => `${verdicts} not follow from the scorecard.`;
export const REPAIR_VERDICTS =
  'Since they were written, answers or the day moved on, or somebody edited them. Run: icp doctor --repair';
/** @param verdicts "3 of them were" */
export const olderRules = (verdicts: string) =>
  `${verdicts} judged by the rules of an earlier version of the app. Run: icp doctor --repair`;
export const keepChanging = (companies: string, most: number, property: string) =>
  `${companies} changed back by something else after a repair; at most ${most} were tried. Look for a workflow or another app that sets ${property} or other properties of the verdict, and turn it off. Then run: icp doctor --repair`;
export const notRepaired = (companies: string) =>
  `${companies} not repaired. Resolve what is said below, then run: icp doctor --repair`;
export const notRead = (companies: string) =>
  `${companies} left out, since HubSpot did not say what they hold. Wait a minute, then run: icp doctor`;
export const companiesBehind = (missing: number) =>
  `HubSpot's search counted ${missing} more scored companies than it gave; they were not looked at. Wait a minute, then run: icp doctor`;
export const doctorBrokenOff = (companies: number, repaired: number) =>
  `${companies} scored companies had been looked at and ${repaired} repaired. Run it again: it goes on with the others.`;
/** @param versions "Technology partner, v7 (2)" */
export const versionUnknown = (companies: string, versions: string) =>
  `${companies} judged by a profile version that is not known here: ${versions}. Nothing is derived until it is published again or the app is updated.`;
/** @param versions "Technology partner, as shipped (40)"; @param commands `icp rejudge --type technology --dry-run` */
export const versionSuperseded = (companies: string, versions: string, commands: string) =>
  `${companies} judged by an older profile: ${versions}. That is no error: the version stays until somebody takes the current one over. To see who they are and who would change lane, run: ${commands}`;
export const rulesNewer = (companies: string) =>
  `${companies} judged by a newer version of Partner ICP. Update this one; until then it leaves them alone.`;
export const unjudgeable = (companies: string) =>
  `${companies} rated and cannot be judged. Open each card: it says what is missing.`;
export const unreadable = (companies: string) =>
  `${companies} found with a value that the app cannot read; it counts as unknown. Correct it on the record.`;
/** @param companies "2 companies were" */
export const decisionsUnreadable = (companies: string) =>
  `${companies} found with a decision that is none of Go deep, Go light, Wait and Decline; it counts as none. Decide anew on the card.`;
export const quartersUnreadable = (companies: string) =>
  `${companies} found with a decision for a quarter that is not written as 2027-Q1; it takes no slot. Decide anew on the card.`;
export const decisionsIncomplete = (companies: string) =>
  `${companies} found with a decision of which parts are missing. Decide anew on the card, or empty what is left of it.`;
export const decisionsOutside = (companies: string) =>
  `${companies} found with a decision that was changed by other means than Partner ICP. Where it does not hold, decide anew on the card.`;
/** @param partners "3 partners"; @param slots "2 slots" */
export const slotsOver = (quarter: string, partners: string, slots: string) =>
  `It was decided to go deep with ${partners} in ${quarter}, which has ${slots}. Choose which of them wait.`;
/** @param deals "2 deals show" */
export const dealsDiffer = (deals: string) => `${deals} another verdict than the primary company has.`;
export const REPAIR_DEALS = 'Run: icp doctor --repair, or: icp deals';
/** @param deals "1 partner deal has" */
export const dealsWithoutCompany = (deals: string) =>
  `${deals} no primary company. Set one on each to see its lane.`;

export const foreignProperties = (names: string) =>
  `Properties stand under names of ours and are not ours: ${names}. Their values are never read or written, and count as missing.`;
export const DELETE_FOREIGN = 'If nobody needs them, delete them in HubSpot, then run: icp install';
export const RECORD_MISSING =
  'The portal keeps no record of the installation, so what is ours is known by name alone. Run: icp install';
export const ZONE_UNKNOWN = 'HubSpot does not say the time zone of this portal, so days are counted in UTC.';
export const zoneChanged = (before: string, now: string) =>
  `The portal's time zone is ${now} now; days are counted in ${before}. Run: icp doctor --repair`;
export const zoneRepaired = (before: string, now: string) =>
  `The portal's time zone is ${now} now; days were counted in ${before}. Repaired.`;
/** @param deals "1 partner deal was" */
export const dealsNotWritten = (deals: string) =>
  `${deals} left as they are. Resolve what is said below, then run: icp deals`;
export const dealsBehindSearch = (missing: number) =>
  `HubSpot's search counted ${missing} more partner deals than it gave; they were not looked at. Wait a minute, then run: icp deals`;

/** @param reason a sentence */
export const homeUnreachable = (reason: string) =>
  `The portal's profiles and settings cannot be read. ${reason} No scorecard was looked at in this run, since nothing says by what to judge.`;
/** @param entries "2 entries were" */
export const entriesEdited = (entries: string) =>
  `${entries} edited by other means than Partner ICP. Nothing is judged by an edited profile.`;
export const RESTORE_ENTRIES = 'To restore what HubSpot still has of it, run: icp doctor --repair';
export const ENTRIES_LOST =
  'HubSpot has nothing left of those that are named below. Publish the profile anew, or roll back to another version. How, says: icp profile rollback --help';
/** @param entries "1 entry is" */
export const entriesMissing = (entries: string) =>
  `${entries} missing from the portal's policy, deleted by other means than Partner ICP.`;
/** @param profiles "1 profile is" */
export const profilesUnnamed = (profiles: string) =>
  `${profiles} kept that no entry of the policy log names. That is harmless where somebody's publishing was broken off; an entry that somebody deleted is restored by: icp doctor --repair`;
/** @param profiles "1 profile is" */
export const reviewsDue = (profiles: string) =>
  `${profiles} past the day until which it was to be held. Go through it once a year: docs/policy.md`;
/** @param stages internal values, "fan, former" */
export const stagesAbsent = (stages: string) =>
  `Shared customers are counted in lifecycle stages that the portal does not have: ${stages}. Choose others on the settings page under Facts from the CRM.`;
/** @param drafts "2 drafts are" */
export const draftsOld = (drafts: string) =>
  `${drafts} older than 90 days. Publish or discard each in Settings, or in the terminal: icp profile draft --help`;
/** @param drafts "3 drafts of scorecards are" */
export const draftsExpired = (drafts: string) =>
  `${drafts} older than a week and void. To delete them, run: icp nightly`;
