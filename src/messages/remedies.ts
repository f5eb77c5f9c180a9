import * as say from './terminal-remedies.ts';

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

/** @param address where whoever may install apps connects the portal again */
export const oauthRemedies = (address: string): Remedies => ({
  install: `Whoever may install apps in HubSpot connects Partner ICP again, which adds what is missing: ${address}`,
  installTypes: () =>
    `Whoever may install apps in HubSpot adds them by connecting Partner ICP again: ${address}`,
  restorePolicy: 'Whoever runs the server of Partner ICP has to restore it from its backup.',
  rollBack: 'Whoever may publish makes the earlier profile the current one, in the settings under Versions.',
  updateDeals: 'The others may still show an earlier verdict.',
});
