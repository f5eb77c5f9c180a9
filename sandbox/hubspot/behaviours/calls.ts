import { type Behaviour, documented, guessed, LIVE_RUN, recorded, typed } from './behaviour.ts';

/** What holds for every call: tokens, paths, scopes, limits, account, faults. */
export const CALL_BEHAVIOURS: readonly Behaviour[] = [
  recorded(
    '401 with INVALID_AUTHENTICATION for a missing or unknown token',
    'published write probe of a test account, 2026-04',
  ),
  recorded(
    '400 without category for an unknown object type or type id',
    'published probe without scopes, 2026-08',
  ),
  recorded(
    'an object type answers to plural, singular and type id',
    'published probe without scopes, 2026-08',
  ),
  recorded('HTML with 404 for an unknown path', 'published write probe of a test account, 2026-04'),
  recorded(
    '400 naming the required fields that were not set',
    'published write probe of a test account, 2026-04',
  ),
  recorded(
    'times are ISO 8601 in UTC, without milliseconds where they are zero',
    'published live run of a test account, 2026-09-29',
  ),
  recorded('404 OBJECT_NOT_FOUND for an unknown record or property', 'published conformance run, 2026-09'),
  typed(
    'shapes of records, histories, properties, groups, owners, pages and batches',
    'official client 14.0.1',
  ),
  guessed('datedPartialStatus', 'status of a partial batch on dated paths', 'specification and guide differ'),
  guessed(
    'datedBatchCreateStatus',
    'status of a batch that creates properties or associations on dated paths',
    'specification and v4 answers differ',
  ),
  guessed('limitAboveMaximum', 'a limit above the maximum', 'undocumented'),
  // scopes
  recorded(
    '403 MISSING_SCOPES naming requiredGranularScopes, with a link',
    'error bodies in public repositories',
  ),
  documented(
    'scopes of objects, activities, properties, owners, lists and schemas',
    'scope requirements of the guides',
  ),
  documented('limits ask for any scope of an object, account info for none', 'specification 2026-09'),
  documented(
    'webhook settings ask for developers-read or -write, or those of private apps',
    'specification 2026-09',
  ),
  documented(
    'definitions and callbacks of workflow actions ask for automation',
    'custom workflow actions guide',
  ),
  guessed('associationScopes', 'scopes of associations between two types', 'undocumented'),
  // limits
  documented(
    'calls of a private app within 10 s: 100 on Free and Starter, 190 above, 250 with the add-on',
    'usage guidelines',
  ),
  documented('110 calls of an OAuth app within 10 s, no daily limit', 'usage guidelines'),
  documented('calls a day of all private apps: 250,000, 625,000, 1,000,000', 'usage guidelines'),
  documented('5 searches a second and account, outside of the 10 s limit for OAuth', 'search guide'),
  documented('the headers about the ten seconds and the day, neither with searches', 'usage guidelines'),
  recorded('the headers of a search: X-HubSpot-RateLimit-Secondly and -Secondly-Remaining', LIVE_RUN),
  documented('no daily headers for OAuth apps', 'changelog, 2020'),
  recorded(
    '429 with policyName DAILY or TEN_SECONDLY_ROLLING, without one for searches',
    'error bodies in public repositories',
  ),
  guessed('refusedCallsCount', 'whether a call refused with 429 counts towards the limits', 'undocumented'),
  // account
  documented(
    'a new account is in US/Eastern unless its owner chose another zone (an option)',
    'knowledge base',
  ),
  documented('shapes of account details and daily usage', 'specification 2026-09'),
  documented(
    'shapes of the limits of properties, calculations, pipelines, records, associations and labels',
    'limits tracking guide, specification 2026-09',
  ),
  recorded('the limit of custom objects as {limit, usage, percentage}', LIVE_RUN),
  recorded('a developer test account may define 10,000 properties and 20 custom objects', LIVE_RUN),
  documented('days of limits end at midnight of the account', 'usage guidelines'),
  guessed(
    'accountCeilings',
    'how many properties, object types and pipelines a plan allows',
    'product catalog, not verified',
  ),
  guessed('limitPercentage', 'whether 5 of 10 is 50 or 0.5', 'documented as a percentage only'),
  // faults happen on demand alone; what is listed is that HubSpot has them
  recorded('423 for about two seconds, 477 with Retry-After', 'error handling guide and public reports'),
  recorded('502, 503, 504 and 524 as pages of a gateway, before or after the write', 'public reports'),
  recorded('one bad input that fails a whole batch with 409', 'public reports'),
  recorded('a new property is listed after 250 to 700 ms', LIVE_RUN),
  documented(
    'a partial batch answers what was done in results and the rest in errors',
    'error handling guide',
  ),
];
