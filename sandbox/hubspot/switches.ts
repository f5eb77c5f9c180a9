/** One switch per behaviour that is guessed, or that was seen on one account alone. A client's tests should pass at both settings. */
export interface Switches {
  /** Writing the value that is already there adds a history entry and moves `updatedAt`. */
  readonly unchangedWriteAddsHistory: boolean;
  /** How many entries of a property's history a read answers, newest first. */
  readonly historyKept: 'all' | 20;
  /** What a value reads as after it was cleared with "". */
  readonly clearedValueReads: 'null' | 'empty';
  /** What `null` does as a property value in a write. */
  readonly nullInWrite: 'clears' | 'ignored';
  /** Codes inside "Property values were not valid" that nobody recorded: a likely one, or one that says nothing. */
  readonly unrecordedValueCodes: 'likely' | 'opaque';
  /** NEQ, NOT_IN and NOT_CONTAINS_TOKEN also match records where the property is unset. */
  readonly negativeFiltersMatchUnset: boolean;
  /** EQ and IN on a multi-select match when one of the chosen options does. */
  readonly multiSelectMatchesMember: boolean;
  /** CONTAINS_TOKEN finds a multi-select by the words of its chosen options, or not at all. */
  readonly multiSelectHasTokens: boolean;
  /** Whether a search takes the parts around an apostrophe for words of their own: "O'Reilly" is "o" and "reilly". */
  readonly apostropheSplitsTokens: boolean;
  /** Whether a search tells letters with accents from those without: "Müller" is found by "Muller" when they are folded. */
  readonly searchAccents: 'kept' | 'folded';
  /** A search finds an accented letter in both Unicode forms, as one character (NFC) and as two (NFD). */
  readonly searchNormalises: boolean;
  /** A batch archive that names a property in use: refused as a whole, or 204 with that property left as it is. */
  readonly batchArchiveInUse: 'refused' | 'passed-over';
  /** Creating a property under an archived name brings the old values back. */
  readonly restoredPropertyKeepsValues: boolean;
  /** A batch update that names an unknown record: updates the others, or refuses the whole batch with 404. */
  readonly batchUpdateUnknownId: 'partial' | 'whole';
  /** Status of a partly successful batch on the dated paths, whose specification names no 207. */
  readonly datedPartialStatus: 207 | 200;
  /** Status of batches that create properties or associations on the dated paths: the specification says 200, v3 and v4 answer 201. */
  readonly datedBatchCreateStatus: 200 | 201;
  /** DELETE of a record that is archived already. */
  readonly repeatedArchiveStatus: 204 | 404;
  /** A `limit` above the maximum of an endpoint. */
  readonly limitAboveMaximum: 'refused' | 'clamped';
  /** The first company that a contact or deal is associated with becomes its primary one. */
  readonly firstCompanyBecomesPrimary: boolean;
  /** Label of the primary association: "Primary", or "Deal with Primary Company". */
  readonly primaryLabel: 'short' | 'long';
  /** `toObjectId` in association answers on the dated paths: v4 sends numbers, the dated specification says text. */
  readonly datedToObjectId: 'number' | 'text';
  /** How many associated records of a type a read record names before `paging.next`. */
  readonly recordAssociationPage: number;
  /** PUT and batch create of labels between two records: add to what is there, or leave only these and the plain association. */
  readonly putLabels: 'adds' | 'replaces';
  /** Associating with a record that does not exist. */
  readonly unknownAssociationTarget: 404 | 400;
  /** DELETE of a label that associations carry: refused, or taken off them. */
  readonly labelInUseDelete: 'refused' | 'unlinks';
  /** A deal created without `dealstage`. */
  readonly dealWithoutStage: 'unset' | 'first-stage';
  /** A stage of another pipeline, written without `pipeline`. */
  readonly stageOfOtherPipeline: 'refused' | 'moves-deal';
  /** A task counts as activity of its records (`notes_last_updated`) as soon as it is there, or once it is completed. */
  readonly openTaskIsActivity: boolean;
  /** Which writes a conditional rule of the account holds for: those that set the property it depends on, or all. */
  readonly ruleHolds: 'trigger-writes' | 'any-write';
  /** A value that the record has already satisfies a rule, though the write does not bring it. */
  readonly ruleLooksAtStored: boolean;
  /** A merged record takes the secondary record's value where the primary one has none. */
  readonly mergeFillsEmpty: boolean;
  /** `createdAt` of a merged record: that of the older record, or the time of the merge. */
  readonly mergedCreatedAt: 'oldest' | 'merge';
  /** Which values a merge itself writes into the history: those that a newer one of the secondary record would hide, or all. */
  readonly mergeWrites: 'hidden-values' | 'all-values';
  /** A batch read that names one merged record by two of its ids. */
  readonly mergedTwiceInBatch: 'once' | 'each';
  /** A second record with a unique value: a problem of that value, or one sentence naming both records. */
  readonly takenUniqueValue: 'value-problem' | 'sentence';
  /** Two creates of one unique value at the same time: the second is refused, or both stay and the older is found by it. */
  readonly simultaneousUniqueValue: 'one-wins' | 'both-kept';
  /** An upsert whose properties contradict its id. */
  readonly upsertOtherValue: 'written' | 'refused';
  /** Custom objects also answer to their name without the "p_" before it. */
  readonly plainCustomNames: boolean;
  /** Status for a second schema of a name. */
  readonly takenSchemaName: 409 | 400;
  /** DELETE of a schema whose objects all are archived. */
  readonly schemaOfArchivedObjects: 'deleted' | 'refused';
  /** List filters on text look at upper and lower case alike. */
  readonly listTextIgnoresCase: boolean;
  /** A list filter on a property that does not exist, or of another type than its operation. */
  readonly unfitListFilter: 'refused' | 'finds-nothing';
  /** The name of a deleted list, until it is gone for good. */
  readonly deletedListName: 'free' | 'taken';
  /** Which stages a PUT of a pipeline keeps: those of the same label too, or only those named by `stageId`. */
  readonly putPipelineKeeps: 'label' | 'id';
  /** A call that was refused with 429 counts towards the limits all the same. */
  readonly refusedCallsCount: boolean;
  /** Associations ask for the scope of the near type alone, or for those of both types. */
  readonly associationScopes: 'near-end' | 'both-ends';
  /** What a plan allows to define: the catalog's numbers, or half of them. */
  readonly accountCeilings: 'catalog' | 'half';
  /** How the limits API says that 5 of 10 are used: 50 or 0.5. */
  readonly limitPercentage: 'percent' | 'share';
  /** Status of the token endpoints for a wrong client id or secret. */
  readonly badClientStatus: 400 | 401;
  /** How long an authorization code can be exchanged. */
  readonly authCodeSeconds: 600 | 60;
  /** Access tokens after their refresh token was revoked: good until they expire, or dead at once. */
  readonly revokedRefreshToken: 'access-stays' | 'access-ends';
  /** What a refresh does to its refresh token: it stays, or another one is issued and it is good no second time. */
  readonly refreshedToken: 'stays' | 'is-replaced';
  /** Webhooks report the values of a create as property changes, beside the creation. */
  readonly createdValuesAreTold: boolean;
  /** Webhooks report a label that comes or goes between associated records, or only associations and primary companies. */
  readonly labelChangesAreTold: boolean;
  /** Whether calls of custom workflow actions carry typedInputs, the input fields as numbers, booleans and lists. */
  readonly typedInputs: 'sent' | 'absent';
  /** Signatures of calls of custom workflow actions. */
  readonly actionCallsSigned: 'v2' | 'v2-and-v3';
  /** Completing a callback that does not wait, or no longer does. */
  readonly repeatedCompletion: 204 | 404;
}

export const DEFAULT_SWITCHES: Switches = {
  unchangedWriteAddsHistory: false,
  historyKept: 'all',
  clearedValueReads: 'empty',
  nullInWrite: 'clears',
  unrecordedValueCodes: 'likely',
  negativeFiltersMatchUnset: false,
  multiSelectMatchesMember: true,
  multiSelectHasTokens: true,
  apostropheSplitsTokens: true,
  searchAccents: 'kept',
  searchNormalises: true,
  batchArchiveInUse: 'refused',
  restoredPropertyKeepsValues: true,
  batchUpdateUnknownId: 'partial',
  datedPartialStatus: 207,
  datedBatchCreateStatus: 200,
  repeatedArchiveStatus: 204,
  limitAboveMaximum: 'refused',
  firstCompanyBecomesPrimary: true,
  primaryLabel: 'short',
  datedToObjectId: 'number',
  recordAssociationPage: 500,
  putLabels: 'adds',
  unknownAssociationTarget: 404,
  labelInUseDelete: 'unlinks',
  dealWithoutStage: 'unset',
  stageOfOtherPipeline: 'refused',
  putPipelineKeeps: 'id',
  openTaskIsActivity: false,
  ruleHolds: 'trigger-writes',
  ruleLooksAtStored: true,
  mergeFillsEmpty: true,
  mergedCreatedAt: 'oldest',
  mergeWrites: 'hidden-values',
  mergedTwiceInBatch: 'once',
  takenUniqueValue: 'value-problem',
  simultaneousUniqueValue: 'one-wins',
  upsertOtherValue: 'written',
  plainCustomNames: false,
  takenSchemaName: 409,
  schemaOfArchivedObjects: 'deleted',
  listTextIgnoresCase: true,
  unfitListFilter: 'refused',
  deletedListName: 'free',
  refusedCallsCount: false,
  associationScopes: 'near-end',
  accountCeilings: 'catalog',
  limitPercentage: 'percent',
  badClientStatus: 400,
  authCodeSeconds: 600,
  revokedRefreshToken: 'access-stays',
  refreshedToken: 'stays',
  createdValuesAreTold: true,
  labelChangesAreTold: false,
  typedInputs: 'sent',
  actionCallsSigned: 'v2',
  repeatedCompletion: 404,
};
