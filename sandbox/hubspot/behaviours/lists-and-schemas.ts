import { type Behaviour, documented, guessed, recorded, typed } from './behaviour.ts';

const LIST_GUIDE = 'lists guide';
const SCHEMA_GUIDE = 'custom objects guide';

/** Lists, and the object types that an account defines. */
export const LIST_AND_SCHEMA_BEHAVIOURS: readonly Behaviour[] = [
  // lists
  recorded(
    '400 with ILS.DUPLICATE_LIST_NAMES for a second list of a name',
    'error bodies in public repositories',
  ),
  documented('the root branch is an OR without filters, its branches are ANDs', 'list filters guide'),
  documented('includeObjectsWithNoValueSet is false unless said otherwise', 'list filters guide'),
  documented('operation types and their operators', 'specification of 2026-09'),
  documented('an update takes the place of all filters, and only DYNAMIC lists have one', LIST_GUIDE),
  documented('members of DYNAMIC lists follow from the filters; those of the others are put in', LIST_GUIDE),
  documented('a SNAPSHOT is filled once, when it is made', LIST_GUIDE),
  documented(
    'unknown records, and members already, are passed over when records are put in',
    'memberships reference',
  ),
  documented('a deleted list can be restored for 90 days', LIST_GUIDE),
  documented('POST /all pages through all lists by id', 'lists guide of 2026-09'),
  typed('shapes and statuses of lists, memberships and searches', 'official client 14.0.1'),
  guessed('listTextIgnoresCase', 'upper and lower case in list filters', 'undocumented'),
  guessed('unfitListFilter', 'filters on unknown properties or of another type', 'undocumented'),
  guessed('deletedListName', 'the name of a deleted list', 'undocumented'),
  // schemas
  documented('custom objects answer to 2-{id}, p{portal}_{name} and p_{name}', SCHEMA_GUIDE),
  documented('a schema is deleted once its objects are, and for good with archived=true', SCHEMA_GUIDE),
  documented('custom objects are associated with activities from the start', SCHEMA_GUIDE),
  documented('a deleted name is taken until the schema is deleted for good', SCHEMA_GUIDE),
  documented(
    "HubSpot's own types have schemas that can be read, apart from the list",
    'specification 2026-09',
  ),
  documented('at most 2 secondary display and 20 searchable properties', SCHEMA_GUIDE),
  documented('required properties of a schema are asked of every create', SCHEMA_GUIDE),
  typed('shapes and statuses of schemas and their associations', 'official client 14.0.1'),
  guessed('plainCustomNames', 'paths with the bare name of a custom object', 'reports differ'),
  guessed('takenSchemaName', 'status for a second schema of a name', 'undocumented'),
  guessed('schemaOfArchivedObjects', 'deleting a schema whose objects all are archived', 'undocumented'),
];
