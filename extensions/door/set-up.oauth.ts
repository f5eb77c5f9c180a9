import { CONNECT_FIRST } from '../../src/messages/list-triage.ts';

/** What a panel without a call says where the app is not set up. */
export const SET_UP = CONNECT_FIRST;
