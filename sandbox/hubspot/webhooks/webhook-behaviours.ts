import { type Behaviour, documented, guessed, recorded, typed } from '../behaviour.ts';

export const WEBHOOK_BEHAVIOURS: readonly Behaviour[] = [
  documented('events come as arrays of up to 100, with the v3 signature and its timestamp', 'webhooks guide'),
  documented('5 s for an answer; any 4xx or 5xx is sent again, 10 times within 24 h', 'webhooks guide'),
  documented('10 requests at a time unless the settings say otherwise', 'webhooks guide'),
  documented('order is not kept, events can come twice, eventId is not unique (on demand)', 'webhooks guide'),
  documented('object.* subscriptions name an objectTypeId, in events too', 'changelog, 2024'),
  documented(
    'without settings subscriptions rest, and they are created switched off',
    'specification 2026-09',
  ),
  recorded(
    'changeFlag, changeSource, sourceId, attemptNumber from 0',
    'example payloads of an integration vendor',
  ),
  typed('shapes of settings and subscriptions', 'official client 14.0.1'),
  guessed('createdValuesAreTold', 'property changes for the values of a create', 'undocumented'),
];
