import type { Profile } from '../icp/profile.ts';
import { companyProperties, dealProperties } from './properties.ts';

/** What HubSpot tells the server of the OAuth edition about. */
export interface WebhookSubscription {
  subscriptionType: `object.${'propertyChange' | 'creation' | 'deletion' | 'merge' | 'restore' | 'associationChange'}`;
  objectType: 'company' | 'deal';
  propertyName?: string;
}

/**
 * Every change from which something may follow: of our properties, of records that appear, and of the primary company of a
 * deal. HubSpot allows 1,000 subscriptions for an app.
 */
export function webhookSubscriptions(profiles: readonly Profile[]): WebhookSubscription[] {
  const changeOf = (objectType: WebhookSubscription['objectType'], propertyName: string) =>
    ({ subscriptionType: 'object.propertyChange', objectType, propertyName }) as const;
  return [
    ...companyProperties(profiles).map(({ name }) => changeOf('company', name)),
    ...dealProperties(profiles).map(({ name }) => changeOf('deal', name)),
    // into the pipeline of partners, or out of it
    changeOf('deal', 'pipeline'),
    ...(['creation', 'deletion', 'merge', 'restore'] as const).map(
      (kind) => ({ subscriptionType: `object.${kind}`, objectType: 'company' }) as const,
    ),
    ...(['creation', 'restore', 'associationChange'] as const).map(
      (kind) => ({ subscriptionType: `object.${kind}`, objectType: 'deal' }) as const,
    ),
  ];
}
