/** Plans that differ in rate limits. Starter has those of Free, and other ceilings. */
export type Tier = 'free' | 'starter' | 'professional' | 'enterprise';

/** Settings of an account, apart from its content. */
export interface AccountSettings {
  readonly portalId: number;
  readonly portalName: string;
  readonly tier: Tier;
  /** The API limit increase that can be bought. */
  readonly hasApiAddOn: boolean;
  readonly accountType: 'STANDARD' | 'DEVELOPER_TEST' | 'SANDBOX' | 'APP_DEVELOPER';
  readonly currency: string;
  /** Other currencies of deals: what one unit is worth in the account's currency. */
  readonly exchangeRates: Readonly<Record<string, number>>;
  /** As IANA names it. Days of limits, and days in list filters that name no zone, are days there. */
  readonly timeZone: string;
  /** Domain of the account's pages. */
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
  exchangeRates: {},
  timeZone: 'US/Eastern',
  uiDomain: 'app.hubspot.com',
  developerKey: 'sandbox-developer-key',
};
