import { type Behaviour, documented, guessed, recorded, typed } from '../behaviour.ts';

const GUIDE = 'lists guide';

export const LIST_BEHAVIOURS: readonly Behaviour[] = [
  recorded(
    '400 with ILS.DUPLICATE_LIST_NAMES for a second list of a name',
    'error bodies in public repositories',
  ),
  documented('the root branch is an OR without filters, its branches are ANDs', 'list filters guide'),
  documented('includeObjectsWithNoValueSet is false unless said otherwise', 'list filters guide'),
  documented('operation types and their operators', 'specification of 2026-09'),
  documented('an update takes the place of all filters, and only DYNAMIC lists have one', GUIDE),
  documented('members of DYNAMIC lists follow from the filters; those of the others are put in', GUIDE),
  documented('a SNAPSHOT is filled once, when it is made', GUIDE),
  documented(
    'unknown records, and members already, are passed over when records are put in',
    'memberships reference',
  ),
  documented('a deleted list can be restored for 90 days', GUIDE),
  documented('POST /all pages through all lists by id', 'lists guide of 2026-09'),
  typed('shapes and statuses of lists, memberships and searches', 'official client 14.0.1'),
  guessed('listTextIgnoresCase', 'upper and lower case in list filters', 'undocumented'),
  guessed('unfitListFilter', 'filters on unknown properties or of another type', 'undocumented'),
  guessed('deletedListName', 'the name of a deleted list', 'undocumented'),
];
