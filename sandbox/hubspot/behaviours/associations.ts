import { type Behaviour, documented, guessed, LIVE_RUN, recorded, typed } from './behaviour.ts';

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
  recorded('50 labels between two object types, a pair counts once; the 51st is refused with 437', LIVE_RUN),
  recorded('a PUT of a label without inverseLabel puts it on both sides', LIVE_RUN),
  documented('batches of 1,000 reads and 2,000 writes of associations', 'associations guide'),
  recorded(
    'contacts have one pipeline, contacts-lifecycle-pipeline, of their lifecycle stages',
    'requests and answers in public repositories',
  ),
  documented('deal stages need a probability; 0.0 and 1.0 are closed', 'pipelines guide'),
  documented('v3 refuses to delete a stage or pipeline in use when asked', 'pipelines guide, 2026-07'),
  recorded(
    '2026-09 refuses to delete a stage or pipeline in use, whatever the query says: STAGE_ID_IN_USE',
    LIVE_RUN,
  ),
  recorded('400 STAGE_LABEL_EXISTS for two stages or pipelines of one label, case aside', LIVE_RUN),
  recorded('a stage on a taken displayOrder comes right after, and all are numbered anew', LIVE_RUN),
  recorded('a displayOrder below 0 of a stage is refused', LIVE_RUN),
  recorded('a pipeline id in use is a 400; a stage id in use a 409 with its pipeline, a 400 alone', LIVE_RUN),
  recorded('DELETE of a stage that never was, or in a pipeline that never was: 204', LIVE_RUN),
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
  recorded('a label in use is deleted, and its records lose it', LIVE_RUN, 'labelInUseDelete'),
  guessed('dealWithoutStage', 'a deal created without stage', 'undocumented'),
  guessed('stageOfOtherPipeline', 'a stage of another pipeline', 'reports differ'),
  recorded(
    'a PUT of a pipeline keeps the stages that it names by id, no others',
    LIVE_RUN,
    'putPipelineKeeps',
  ),
];
