import { type Behaviour, documented, guessed, typed } from '../behaviour.ts';

const GUIDE = 'custom objects guide';

export const SCHEMA_BEHAVIOURS: readonly Behaviour[] = [
  documented('custom objects answer to 2-{id}, p{portal}_{name} and p_{name}', GUIDE),
  documented('a schema is deleted once its objects are, and for good with archived=true', GUIDE),
  documented('custom objects are associated with activities from the start', GUIDE),
  documented('a deleted name is taken until the schema is deleted for good', GUIDE),
  documented('at most 2 secondary display and 20 searchable properties', GUIDE),
  documented('required properties of a schema are asked of every create', GUIDE),
  typed('shapes and statuses of schemas and their associations', 'official client 14.0.1'),
  guessed('plainCustomNames', 'paths with the bare name of a custom object', 'reports differ'),
  guessed('takenSchemaName', 'status for a second schema of a name', 'undocumented'),
  guessed('schemaOfArchivedObjects', 'deleting a schema whose objects all are archived', 'undocumented'),
];
