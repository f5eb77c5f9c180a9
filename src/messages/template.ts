// What is said of a template, the file that carries profiles and settings from portal to portal.

export const OTHER_FORMAT = 'this is no file of icp profile export';
export const newerTemplate = (version: number) =>
  `the file has version ${version}, which a later Partner ICP has written. Update Partner ICP`;
/** @param keys "technology@3" */
export const templateOfDamaged = (keys: string) =>
  `The current profiles cannot all be read: ${keys} was edited or deleted in HubSpot. No file was written. To see what to restore, run: icp doctor`;
export const draftInTheWay = (by: string, type: string) =>
  `There is another draft of this profile by ${by}. Publish it, or discard it with icp profile draft ${type} --discard, then import again.`;
