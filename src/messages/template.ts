import { PUBLISH_SETTINGS } from './policy.ts';

// What is said of a template, the file that carries profiles and settings from portal to portal.

export const OTHER_FORMAT = 'this is no file of icp profile export';
export const newerTemplate = (version: number) =>
  `the file has version ${version}, which a later Partner ICP has written. Update Partner ICP`;
export const TYPES_DIFFER = 'the types are those that have a profile here, each once';
/** @param characters "70,000" */
export const profileTooLong = (characters: string, most: string) =>
  `the profile has ${characters} characters, and HubSpot keeps at most ${most} of one. This is its longest part`;
/** @param missing "a Partner Hypothesis, a customer ICP" */
export const prerequisitesInTheWay = (missing: string) =>
  `The settings of this portal refuse a profile without ${missing}. Give them in the file, or allow it: icp settings set prerequisites=warn --by name@example.com, then ${PUBLISH_SETTINGS}`;
/** @param published "Technology partner, Reseller" */
export const publishedBefore = (published: string) =>
  `Published by this run before that: ${published}. Run it again for the others.`;
/** @param entries "Technology partner, v3" */
export const templateOfDamaged = (entries: string) =>
  `The current profiles cannot all be read: ${entries} was edited or deleted in HubSpot. No file was written. To see what to restore, run: icp doctor`;
export const draftInTheWay = (by: string, type: string) =>
  `There is another draft of this profile by ${by}. Publish it, or discard it: icp profile draft ${type} --discard --by name@example.com. Then import again.`;
