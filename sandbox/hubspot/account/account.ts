/** Plans, as the rate limits tell them apart. Starter is Free with other ceilings. */
const TIERS = ['free', 'starter', 'professional', 'enterprise'] as const;
export type Tier = (typeof TIERS)[number];

/** What an account is, apart from what is in it. */
export interface AccountSettings {
  readonly portalId: number;
  readonly portalName: string;
  readonly tier: Tier;
  /** The API limit increase that can be bought. */
  readonly hasApiAddOn: boolean;
  readonly accountType: 'STANDARD' | 'DEVELOPER_TEST' | 'SANDBOX' | 'APP_DEVELOPER';
  readonly currency: string;
  /** Of the account's API; the sandbox reckons its days in UTC. */
  readonly uiDomain: string;
  /** The key of a developer account, which some calls of the v3 forms carry as `hapikey`. */
  readonly developerKey: string;
}

export const DEFAULT_ACCOUNT: AccountSettings = {
  portalId: 48_000_001,
  portalName: 'Sandbox account',
  tier: 'enterprise',
  hasApiAddOn: false,
  accountType: 'DEVELOPER_TEST',
  currency: 'EUR',
  uiDomain: 'app.hubspot.com',
  developerKey: 'sandbox-developer-key',
};
