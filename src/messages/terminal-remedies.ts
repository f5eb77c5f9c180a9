/** What an admin does in the terminal where a card or page cannot help: the private edition says it. */

export const RUN_INSTALLER = 'An admin has to run the installer: icp install.';
/** @param keys `oem,reseller` */
export const runInstallerForTypes = (keys: string) => `An admin adds them: icp install --types ${keys}.`;
export const RUN_DOCTOR = 'An admin has to run icp doctor, which says how to restore it.';
export const RUN_ROLLBACK = 'An admin makes the earlier profile the current one: icp profile rollback.';
export const RUN_DEALS = 'To bring all of them up to date, run: icp deals';
