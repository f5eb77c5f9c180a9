import { ACCOUNT_BEHAVIOURS } from './account/account-behaviours.ts';
import { ACTION_BEHAVIOURS } from './actions/action-behaviours.ts';
import { type Behaviour, documented, guessed, recorded, typed } from './behaviour.ts';
import { FAULT_BEHAVIOURS } from './faults/fault-behaviours.ts';
import { LIMIT_BEHAVIOURS } from './limits/limit-behaviours.ts';
import { LINK_BEHAVIOURS } from './associations/link-behaviours.ts';
import { LIST_BEHAVIOURS } from './lists/list-behaviours.ts';
import { RECORD_BEHAVIOURS } from './objects/record-behaviours.ts';
import { SCHEMA_BEHAVIOURS } from './schemas/schema-behaviours.ts';
import { OAUTH_BEHAVIOURS } from './oauth/oauth-behaviours.ts';
import { SCOPE_BEHAVIOURS } from './scopes/scope-behaviours.ts';
import { WEBHOOK_BEHAVIOURS } from './webhooks/webhook-behaviours.ts';

/** Message texts are ours throughout and carry no tag: nothing may depend on them. */
export const BEHAVIOURS: readonly Behaviour[] = [
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
  recorded('400 for an update without properties', 'published write probe of a test account, 2026-04'),
  recorded('404 OBJECT_NOT_FOUND for an unknown record or property', 'published conformance run, 2026-09'),
  recorded(
    '409 PROPERTY_WITH_NAME_EXISTS for a second property of a name',
    'published conformance run, 2026-09',
  ),
  recorded(
    'options of a PATCH replace the list; without options it stays',
    'published conformance run, 2026-09',
  ),
  recorded('an archived property: 404, and 200 with archived=true', 'published conformance run, 2026-09'),
  recorded(
    'an archived name created again is restored with its old createdAt',
    'published conformance run, 2026-09',
  ),
  recorded('a bool property needs exactly the options true and false', 'published conformance run, 2026-09'),
  recorded(
    'a group with active properties is not archived; error nested in message',
    'published conformance run, 2026-09',
  ),
  recorded('hasUniqueValue in a PATCH is ignored', 'published conformance run, 2026-09'),
  recorded(
    'codes PROPERTY_DOESNT_EXIST, INVALID_OPTION, INVALID_LONG, READ_ONLY_VALUE',
    'error bodies in public repositories',
  ),
  recorded('duplicate ids refuse a whole batch with 400', 'error bodies in public repositories'),
  recorded('at most 50 inputs in a batch that reads history', 'error bodies in public repositories'),
  recorded(
    'unknown ids of a batch read: 207, one error with context.ids',
    'error bodies in public repositories',
  ),
  recorded('idProperty of a batch must be a unique property', "the client's public repository"),
  documented('whitespace around a value that is no string is refused', 'changelog, 2025'),
  documented('100 inputs a batch, strings up to 65,536 characters', 'CRM guides'),
  documented('a leading ";" adds options to a multi-select', 'properties guide'),
  documented(
    'batch create reports errors per input when each has an objectWriteTraceId',
    'error handling guide',
  ),
  documented(
    'search: 5 groups, 6 filters, 18 in all, 200 a page, 3,000 characters, 10,000 results, 1 sort',
    'search guide',
  ),
  documented(
    'search: enumerations are case-sensitive, IN on strings wants lower case, oldest first',
    'search guide',
  ),
  documented('search: query looks at name, domain, website and phone of companies', 'search guide'),
  documented('batch archive answers 204 whatever was there', 'properties reference'),
  typed(
    'shapes of records, histories, properties, groups, owners, pages and batches',
    'official client 14.0.1',
  ),
  typed('sorts as strings with a leading "-"; sorts as objects are documented', 'official client 14.0.1'),
  guessed('unchangedWriteAddsHistory', 'history of an unchanged value', 'undocumented'),
  guessed('clearedValueReads', 'reading a cleared value', 'undocumented'),
  guessed('nullInWrite', 'null as a value', 'undocumented'),
  guessed(
    'unrecordedValueCodes',
    'codes for bad numbers, long strings, unknown owners, taken values',
    'undocumented',
  ),
  guessed('negativeFiltersMatchUnset', 'negative filters and unset values', 'reports differ'),
  guessed('multiSelectMatchesMember', 'EQ and IN on a multi-select', 'undocumented'),
  guessed('restoredPropertyKeepsValues', 'values of a restored property', 'unverified in the live run'),
  guessed('batchUpdateUnknownId', 'unknown ids in a batch update', 'reports differ'),
  guessed('datedPartialStatus', 'status of a partial batch on dated paths', 'specification and guide differ'),
  guessed('repeatedArchiveStatus', 'archiving twice', 'undocumented'),
  guessed('limitAboveMaximum', 'a limit above the maximum', 'undocumented'),
  ...LINK_BEHAVIOURS,
  ...RECORD_BEHAVIOURS,
  ...SCHEMA_BEHAVIOURS,
  ...LIST_BEHAVIOURS,
  ...LIMIT_BEHAVIOURS,
  ...SCOPE_BEHAVIOURS,
  ...FAULT_BEHAVIOURS,
  ...ACCOUNT_BEHAVIOURS,
  ...OAUTH_BEHAVIOURS,
  ...WEBHOOK_BEHAVIOURS,
  ...ACTION_BEHAVIOURS,
];
