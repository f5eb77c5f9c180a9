import { RUN_INSTALLER } from '../../src/messages/list-triage.ts';

/** What a panel without a call says where the app is not set up. `set-up.oauth.ts` says it in the other edition. */
export const SET_UP = RUN_INSTALLER;
