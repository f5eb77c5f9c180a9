import type { Edition } from './installation-record.ts';

/** The deal property whose description marked the portal before there was a record. No deal holds a value of it. */
export const MARK_PROPERTY = 'ipp_installation';

/** What earlier versions noted of their installation. */
export interface Mark {
  edition: Edition;
  /** The id of an existing deal pipeline that was chosen for partners; null for the product's own. */
  pipeline: string | null;
  /** `pipeline` and internal names of labels that existed before the first installation. */
  foundBefore: readonly string[];
}

const MARK =
  /\[edition=(?<edition>private|oauth) version=\d{1,6}(?: pipeline=(?<pipeline>[\w-]{1,100}))?(?: before=(?<before>[\w,-]{1,500}))?\]$/;

/** @returns null for a text that is no mark */
export function parseMark(description: string): Mark | null {
  const groups = MARK.exec(description)?.groups;
  if (groups === undefined) return null;
  return {
    edition: groups['edition'] === 'oauth' ? 'oauth' : 'private',
    pipeline: groups['pipeline'] ?? null,
    foundBefore: groups['before']?.split(',') ?? [],
  };
}
