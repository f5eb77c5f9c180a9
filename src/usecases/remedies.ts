import * as say from '../messages/remedies.ts';

/** What people are told to do where a card or page cannot help: who puts it right, and how. It differs by edition. */
export interface Remedies {
  /** What of the app is missing in the portal comes back. A sentence. */
  install: string;
  /** Types get their properties. A sentence. @param keys `oem,reseller` */
  installTypes: (keys: string) => string;
  /** What was damaged in the home of the policy is found and restored. A sentence. */
  restorePolicy: string;
  /** An earlier profile becomes the current one again. A sentence. */
  rollBack: string;
  /** All deals show the verdicts. A sentence. */
  updateDeals: string;
}

export const PRIVATE_REMEDIES: Remedies = {
  install: say.RUN_INSTALLER,
  installTypes: say.runInstallerForTypes,
  restorePolicy: say.RUN_DOCTOR,
  rollBack: say.RUN_ROLLBACK,
  updateDeals: say.RUN_DEALS,
};

/**
 * @param address where whoever may install apps connects the portal again
 * @param reader who is told: somebody in the portal, or whoever runs the server
 */
export const oauthRemedies = (address: string, reader: 'portal' | 'server' = 'portal'): Remedies => ({
  install: say.connectAgain(address),
  installTypes: () => say.connectForTypes(address),
  restorePolicy: reader === 'server' ? say.RESTORE_FROM_BACKUP : say.TELL_SUPPORT,
  rollBack: say.ROLL_BACK_IN_SETTINGS,
  updateDeals: say.DEALS_MAY_LAG,
});
