import { type RankGroup, rankPartners } from '../../../src/icp/ranking.ts';
import { rankedSentences } from '../../../src/icp/why-ranked.ts';
import { type FoundCompany, type PartnerRow, partnerRowOf } from './partner-row.ts';

/** A partner at its place among the selected ones. */
export interface Place {
  row: PartnerRow;
  /** From 1. */
  rank: number;
  group: RankGroup;
  /** Why it stands there. */
  why: string;
}

/** Ranks what was found. Companies that are not scored are only counted. */
export function placesOf(found: readonly FoundCompany[]): { places: readonly Place[]; notScored: number } {
  const rows = found.flatMap((company) => partnerRowOf(company) ?? []);
  const ranked = rankPartners(rows);
  const sentences = rankedSentences(ranked);
  const places = ranked.map(({ candidate, rank, group }, index) => ({
    ...{ row: candidate, rank, group },
    why: sentences[index] ?? '',
  }));
  return { places, notScored: found.length - rows.length };
}

/** Whether HubSpot knows none of our properties: it leaves out what it does not know. */
export function isNotInstalled(found: readonly FoundCompany[]): boolean {
  return found.length > 0 && found.every(({ stored }) => stored['ipp_lane'] === undefined);
}
