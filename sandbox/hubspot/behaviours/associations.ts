import { type Behaviour, documented, guessed, recorded, typed } from './behaviour.ts';

/** Contacts, deals, tasks, notes, and what ties them together. */
export const ASSOCIATION_BEHAVIOURS: readonly Behaviour[] = [
  recorded(
    '409 CONFLICT naming the existing id for a second contact with an email',
    'error bodies in public repositories',
  ),
  recorded('INVALID_EMAIL for what is no email address', 'error bodies in public repositories'),
  recorded(
    '400 with context.properties for required properties that were not set',
    'error bodies in public repositories',
  ),
  recorded(
    '400 with INVALID_ASSOCIATION_TYPE_ID for an unknown kind of association',
    'error bodies in public repositories',
  ),
  recorded(
    'an id without associations in a batch read: 207 with NO_ASSOCIATIONS_FOUND',
    'error bodies in public repositories',
  ),
  recorded('toObjectId is a number on v4 paths', 'answers in public repositories'),
  recorded(
    'a read answers a primary company twice: deal_to_company and deal_to_company_unlabeled',
    'answers in public repositories',
  ),
  recorded(
    'hs_primary_associated_company and associatedcompanyid hold the primary company',
    'public repositories',
  ),
  recorded(
    'search filters associations.{type} by EQ, IN, HAS_PROPERTY, NOT_HAS_PROPERTY',
    'requests in public repositories',
  ),
  documented('tasks and notes need hs_timestamp', 'tasks and notes guides'),
  documented('searched properties of contacts, deals, tasks and notes', 'search guide'),
  documented('ids of association types; labels stand beside the plain association', 'associations guide'),
  documented('taking the plain association away takes the labelled ones along', 'associations guide'),
  documented("at most 10 labels of one's own between two object types", 'associations guide'),
  documented('batches of 1,000 reads and 2,000 writes of associations', 'associations guide'),
  documented('deal stages need a probability; 0.0 and 1.0 are closed', 'pipelines guide'),
  documented(
    '2026-09 refuses to delete a stage or pipeline in use unless told so; v3 only when asked',
    'pipelines guide and changelog, 2026-07',
  ),
  typed('shapes and statuses of associations v4, labels, pipelines and stages', 'official client 14.0.1'),
  guessed(
    'firstCompanyBecomesPrimary',
    'the first company of a contact or deal',
    'seen in the product, undocumented for the API',
  ),
  guessed('primaryLabel', 'label of the primary association', 'changelog, 2024, and later answers differ'),
  guessed('datedToObjectId', 'type of toObjectId on dated paths', 'specification and v4 answers differ'),
  documented('a read record names its associations in pages, with paging.next', 'associations guide'),
  guessed('recordAssociationPage', 'how many associations a read record names', 'the number is undocumented'),
  guessed('putLabels', 'PUT and batch create of labels where there are labels', 'undocumented'),
  guessed('unknownAssociationTarget', 'associating with an unknown record', 'undocumented'),
  guessed('labelInUseDelete', 'deleting a label in use', 'undocumented'),
  guessed('dealWithoutStage', 'a deal created without stage', 'undocumented'),
  guessed('stageOfOtherPipeline', 'a stage of another pipeline', 'reports differ'),
  guessed('putPipelineKeeps', 'stages that a PUT of a pipeline keeps', 'undocumented'),
];
