import { type Behaviour, documented, guessed, recorded } from '../behaviour.ts';

export const LIMIT_BEHAVIOURS: readonly Behaviour[] = [
  documented(
    'calls of a private app within 10 s: 100 on Free and Starter, 190 above, 250 with the add-on',
    'usage guidelines',
  ),
  documented('110 calls of an OAuth app within 10 s, no daily limit', 'usage guidelines'),
  documented('calls a day of all private apps: 250,000, 625,000, 1,000,000', 'usage guidelines'),
  documented('5 searches a second and account, outside of the 10 s limit for OAuth', 'search guide'),
  documented('the headers about limits, none of them with searches', 'usage guidelines'),
  documented('no daily headers for OAuth apps', 'changelog, 2020'),
  recorded(
    '429 with policyName DAILY or TEN_SECONDLY_ROLLING, without one for searches',
    'error bodies in public repositories',
  ),
  guessed('refusedCallsCount', 'whether a call refused with 429 counts towards the limits', 'undocumented'),
];
