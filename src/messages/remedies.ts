// What people are told to do where a card or page cannot help. In the private edition an admin uses the terminal.

export const RUN_INSTALLER = 'An admin has to run the installer: icp install.';
/** @param keys `oem,reseller` */
export const runInstallerForTypes = (keys: string) => `An admin adds them: icp install --types ${keys}.`;
export const RUN_DOCTOR = 'An admin has to run icp doctor, which says how to restore it.';
export const RUN_ROLLBACK = 'An admin makes the earlier profile the current one with icp profile rollback.';
export const RUN_DEALS = 'To bring all of them up to date, run: icp deals';

// In the OAuth edition the app is connected again, and nobody in the portal has a terminal.

/** @param address where the portal is connected */
export const connectAgain = (address: string) =>
  `Whoever may install apps in HubSpot connects Partner ICP again, which adds what is missing: ${address}`;
/** @param address as above */
export const connectForTypes = (address: string) =>
  `Whoever may install apps in HubSpot adds them by connecting Partner ICP again: ${address}`;
/** For people of the portal, who do not reach the server. */
export const TELL_SUPPORT = 'Tell the support of the app, which has to restore it.';
/** For whoever runs the server. */
export const RESTORE_FROM_BACKUP =
  'Restore it from a backup of the database: docs/server.md says what that changes.';
export const ROLL_BACK_IN_SETTINGS =
  'Whoever may publish makes the earlier profile the current one, in the settings under Versions.';
export const DEALS_MAY_LAG = 'The others may still show an earlier verdict.';
