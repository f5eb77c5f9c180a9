// What moving a portal to the other edition says: `icp install --take-over`, and the server's side of it.

export const NAME_EDITION =
  'name the edition that the portal moves to: --edition oauth or --edition private. Nothing was written.';
export const ONLY_WITH_TAKE_OVER = 'it goes with --take-over only.';
export const NOT_WITH_TAKE_OVER =
  'it does not go with --take-over: what is installed stays. Run icp install without --take-over for it.';
export const badApp = (typed: string) => `"${typed}" is no id of an app. Write 4711.`;

export const PORTAL_UNKNOWN =
  'HubSpot does not say which portal this is: the access token may not read the details of the account. Nothing was written.';
/** @param address where an admin connects the portal, or finds that address */
export const connectFirst = (portalId: string, address: string) =>
  `Portal ${portalId} is not connected to the server. Its admin connects it at ${address}, then run the command again. Nothing was written.`;
/** @param apps "4711, 4712" */
export const chooseApp = (portalId: string, apps: string) =>
  `portal ${portalId} has several apps of this server: ${apps}. Name one with --app. Nothing was written.`;

export const RECORD_MISSING =
  'Nothing says which edition is installed in this portal. Run: icp install, with --edition oauth where that is the one. Then run the command again.';
/** @param keys "policy@2, technology@1" */
export const damagedAtSource = (keys: string, doctor: string) =>
  `These entries are missing or were edited by other means: ${keys}. Run: ${doctor}. A log that is not whole is not moved.`;
/** @param edition in which they stand */
export const conflicting = (keys: string, edition: string) =>
  `The ${edition} edition holds other entries under these keys: ${keys}. Nothing is written over them. docs/take-over.md says what to do.`;
/** @param edition that the portal moves to */
export const onlyAtTarget = (keys: string, edition: string) =>
  `The ${edition} edition holds entries that this one does not have: ${keys}. Moving would mix two logs. docs/take-over.md says what to do.`;
/** @param reason a sentence */
export const noHomeToMoveTo = (reason: string) =>
  `There is no place for the profiles of this portal in the private edition. ${reason}`;
export const NO_OBJECT = 'The custom object partner_icp_home is not there.';
export const CHANGED_MEANWHILE =
  'The entries of the two editions differ after they were sent: somebody published meanwhile. The portal stays with its edition. Run the command again.';
/** @param edition that the portal belongs to */
export const movedAway = (edition: string) =>
  `This portal has moved to the ${edition} edition: profiles and settings are published there. Nothing was published.`;
