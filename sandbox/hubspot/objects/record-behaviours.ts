import { type Behaviour, documented, guessed, typed } from '../behaviour.ts';

const MERGING = 'changelog on merging contacts and companies, 2025';
const RULES = 'changelog on write validation, 2026-09';

/** Merging, upserting, unique values, the account's rules, and the search index. */
export const RECORD_BEHAVIOURS: readonly Behaviour[] = [
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
  documented('400 with MISSING_REQUIRED_PROPERTY per property that a rule asks for', RULES),
  documented('searches find a record some seconds after it was written (an option)', 'search guide'),
  guessed('ruleHolds', 'which writes a conditional rule holds for', 'undocumented'),
  guessed('ruleLooksAtStored', 'a rule and a value that is stored already', 'undocumented'),
  guessed('mergeFillsEmpty', 'values that only the secondary record has', 'third-party reports'),
  guessed('mergedCreatedAt', 'creation time of a merged record', 'undocumented'),
  guessed('mergeWrites', 'what a merge itself writes into histories', 'undocumented'),
  guessed('mergedTwiceInBatch', 'a merged record named by two ids in a batch read', 'undocumented'),
  guessed('takenUniqueValue', 'form of the refusal of a taken unique value', 'error bodies differ'),
  guessed('upsertOtherValue', 'an upsert whose properties contradict its id', 'undocumented'),
];
