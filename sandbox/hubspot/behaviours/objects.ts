import { type Behaviour, documented, guessed, LIVE_RUN, recorded, typed } from './behaviour.ts';

const MERGING = 'changelog on merging contacts and companies, 2025';
const DEFINITIONS = 'default properties of deals, 2025-11';
const RULES = 'changelog on write validation, 2026-09';

/** Records: reading, writing, searching, merging, upserting, validation rules. */
export const OBJECT_BEHAVIOURS: readonly Behaviour[] = [
  recorded('DELETE of a record that never was: 204', LIVE_RUN),
  recorded('400 for an update without properties', 'published write probe of a test account, 2026-04'),
  recorded('a deal created with only a name has no pipeline in the response', LIVE_RUN),
  recorded(
    'responses to creates carry what is set, nothing as null, and hs_object_source beside it',
    LIVE_RUN,
  ),
  recorded('records carry url, the address of their page', LIVE_RUN),
  recorded('a Location header with 201', LIVE_RUN),
  recorded('duplicate ids refuse a whole batch with 400', 'error bodies in public repositories'),
  recorded('at most 50 inputs in a batch that reads history', 'error bodies in public repositories'),
  recorded(
    'unknown ids of a batch read: 207, one error with context.ids',
    'error bodies in public repositories',
  ),
  recorded('idProperty of a batch must be a unique property', "the client's public repository"),
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
  typed('sorts as strings with a leading "-"; sorts as objects are documented', 'official client 14.0.1'),
  guessed('unchangedWriteAddsHistory', 'history of an unchanged value', 'undocumented'),
  guessed('historyKept', 'how many entries of a history a read answers', 'undocumented for dated paths'),
  recorded('a cleared value reads as ""', LIVE_RUN, 'clearedValueReads'),
  guessed('nullInWrite', 'null as a value', 'undocumented'),
  guessed('negativeFiltersMatchUnset', 'negative filters and unset values', 'reports differ'),
  guessed('multiSelectMatchesMember', 'EQ and IN on a multi-select', 'undocumented'),
  guessed('multiSelectHasTokens', 'CONTAINS_TOKEN on a multi-select', 'undocumented'),
  guessed('apostropheSplitsTokens', 'apostrophes in the words of a search', 'undocumented'),
  guessed('searchAccents', 'accents in the words of a search', 'undocumented'),
  guessed('searchNormalises', 'the Unicode forms of an accented letter in a search', 'undocumented'),
  guessed('batchUpdateUnknownId', 'unknown ids in a batch update', 'reports differ'),
  guessed('repeatedArchiveStatus', 'archiving twice', 'undocumented'),
  // merge, upsert, unique values, rules
  documented('a merge makes a record with a new id, to which both old ids lead', MERGING),
  documented("a merged record has the primary record's values; both histories come along", MERGING),
  documented('of two versions with one time only that of the primary record stays', MERGING),
  documented('of two primary companies the one of the primary record stays primary', MERGING),
  documented('hs_merged_object_ids names the records that were merged', 'knowledge base on merging records'),
  typed('merging answers 200 with the merged record', 'official client 14.0.1'),
  typed('upserting answers 200, each result with `new`', 'official client 14.0.1'),
  documented('an upsert creates where no record has the unique value, else updates', 'upsert reference'),
  documented('unique values are for text and numbers, at most 10 properties a type', 'properties guide'),
  documented('rules on required properties hold on the paths of 2026-09, not on v3', RULES),
  recorded(
    '400 of a rule: the property in errors[].message and its context.propertyName, never in the top message',
    'error bodies in public repositories, 2026-09',
  ),
  documented(
    'codes MISSING_CONDITIONAL_REQUIRED_PROPERTY of a conditional rule, MISSING_REQUIRED_PROPERTY on create',
    RULES,
  ),
  documented(
    'notes_last_updated is when the newest note or task of a company, contact or deal was logged; read-only',
    DEFINITIONS,
  ),
  documented(
    'a note counts from its hs_timestamp, one in the future is no last activity',
    'knowledge base on default properties',
  ),
  documented("amount_in_home_currency is the amount in the account's currency; read-only", DEFINITIONS),
  documented(
    "deal_currency_code is one of the account's currencies, else 400 INVALID_OPTION",
    'changelog, 2023-07',
  ),
  documented('createdate of a deal can be written, that of companies and contacts cannot', DEFINITIONS),
  documented('searches find a record some seconds after it was written (an option)', 'search guide'),
  guessed('ruleHolds', 'which writes a conditional rule holds for', 'undocumented'),
  guessed('ruleLooksAtStored', 'a rule and a value that is stored already', 'undocumented'),
  guessed('openTaskIsActivity', 'whether a task that is not done counts as activity', 'undocumented'),
  guessed('mergeFillsEmpty', 'values that only the secondary record has', 'third-party reports'),
  guessed('mergedCreatedAt', 'creation time of a merged record', 'undocumented'),
  guessed('mergeWrites', 'what a merge itself writes into histories', 'undocumented'),
  guessed('mergedTwiceInBatch', 'a merged record named by two ids in a batch read', 'undocumented'),
  guessed('takenUniqueValue', 'form of the refusal of a taken unique value', 'error bodies differ'),
  guessed('simultaneousUniqueValue', 'two simultaneous creates with one unique value', 'undocumented'),
  guessed('upsertOtherValue', 'an upsert whose properties contradict its id', 'undocumented'),
];
