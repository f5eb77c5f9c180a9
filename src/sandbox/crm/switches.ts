/** Every guess is a switch: our own suite must pass at both settings, so that nothing rests on the guess. */
export interface Switches {
  /** Writing the value that is already there adds a history entry and moves `updatedAt`. */
  readonly unchangedWriteAddsHistory: boolean;
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
  /** Creating a property under an archived name brings the old values back. */
  readonly restoredPropertyKeepsValues: boolean;
  /** A batch update that names an unknown record: updates the others, or refuses the whole batch with 404. */
  readonly batchUpdateUnknownId: 'partial' | 'whole';
  /** Status of a partly successful batch on the dated paths, whose specification names no 207. */
  readonly datedPartialStatus: 207 | 200;
  /** DELETE of a record that is archived already. */
  readonly repeatedArchiveStatus: 204 | 404;
  /** A `limit` above the maximum of a list. */
  readonly limitAboveMaximum: 'refused' | 'clamped';
  /** The first company that a contact or deal is associated with becomes its primary one. */
  readonly firstCompanyBecomesPrimary: boolean;
  /** Label of the primary association: "Primary", or "Deal with Primary Company". */
  readonly primaryLabel: 'short' | 'long';
  /** `toObjectId` in association answers on the dated paths: v4 sends numbers, the dated specification says text. */
  readonly datedToObjectId: 'number' | 'text';
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
  /** Which stages a PUT of a pipeline keeps: those of the same label too, or only those named by `stageId`. */
  readonly putPipelineKeeps: 'label' | 'id';
}

export const DEFAULT_SWITCHES: Switches = {
  unchangedWriteAddsHistory: false,
  clearedValueReads: 'null',
  nullInWrite: 'clears',
  unrecordedValueCodes: 'likely',
  negativeFiltersMatchUnset: false,
  multiSelectMatchesMember: true,
  restoredPropertyKeepsValues: true,
  batchUpdateUnknownId: 'partial',
  datedPartialStatus: 207,
  repeatedArchiveStatus: 204,
  limitAboveMaximum: 'refused',
  firstCompanyBecomesPrimary: true,
  primaryLabel: 'short',
  datedToObjectId: 'number',
  putLabels: 'adds',
  unknownAssociationTarget: 404,
  labelInUseDelete: 'refused',
  dealWithoutStage: 'unset',
  stageOfOtherPipeline: 'refused',
  putPipelineKeeps: 'label',
};
