import { type Behaviour, documented, guessed, typed } from '../behaviour.ts';

export const ACTION_BEHAVIOURS: readonly Behaviour[] = [
  documented('the payload of a custom action, signed in version 2', 'custom workflow actions guide'),
  documented(
    'any 2xx is a success with its outputFields; 4xx fails; 429 waits Retry-After milliseconds',
    'custom workflow actions guide',
  ),
  documented(
    '5xx and no answer are tried again for 3 days, after a minute at first and 8 hours at most',
    'guide to webhooks in workflows',
  ),
  documented(
    'BLOCK waits for the callback, or for hs_expiration_duration, a week by default',
    'custom workflow actions guide',
  ),
  typed('shapes and statuses of definitions, revisions and callbacks', 'official client 14.0.1'),
  guessed(
    'actionCallsSigned',
    'whether calls of actions carry the v3 signature too',
    'documented as v2, apps report both',
  ),
  guessed('repeatedCompletion', 'completing a callback that does not wait', 'undocumented'),
];
