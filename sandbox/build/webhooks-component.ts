import { webhookSubscriptions } from '../../src/crm/webhook-subscriptions.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import type { JsonObject } from './read-json.ts';

/** A component of a project that HubSpot calls at our server: it has no code in the project. */
export interface ServerComponent {
  /** The folder in which HubSpot looks for it. */
  folder: 'webhooks' | 'workflow-actions';
  uid: string;
  description: JsonObject;
}

/** How many requests HubSpot may send at once. */
const AT_ONCE = 10;

/**
 * The subscriptions of the app, of every shipped profile: a portal has those of its properties that it has.
 *
 * @param uidOf gives a component its uid
 * @param serverUrl may be a variable of the project's profile
 *
 * Source: HubSpot, "Configure webhooks" of the developer platform.
 */
export function webhooksComponent(uidOf: (name: string) => string, serverUrl: string): ServerComponent {
  const uid = uidOf('webhooks');
  const config = {
    settings: { targetUrl: `${serverUrl}/webhooks`, maxConcurrentRequests: AT_ONCE },
    subscriptions: {
      crmObjects: webhookSubscriptions(SHIPPED_PROFILES).map((each) => ({ ...each, active: true })),
    },
  };
  return { folder: 'webhooks', uid, description: { uid, type: 'webhooks', config } };
}
