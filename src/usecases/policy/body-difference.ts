import type { PrerequisiteLink, Prerequisites } from '../../contract/policy.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { differenceLines } from '../../icp/difference.ts';
import { profileDifferences } from '../../icp/profile-difference.ts';
import type { Profile } from '../../icp/profile.ts';
import { NO_PREREQUISITES } from './profile-file.ts';

/** A profile as a version or a draft has it. */
export interface Body {
  profile: Profile;
  /** Null for the shipped one. */
  prerequisites: Prerequisites | null;
  reviewDue: string | null;
}

/** What differs between two versions or drafts of a profile, in lines. None: nothing. */
export function bodyDifferences(from: Body, to: Body): string[] {
  return [
    ...differenceLines(profileDifferences(from.profile, to.profile)),
    ...prerequisiteLines(from.prerequisites ?? NO_PREREQUISITES, to.prerequisites ?? NO_PREREQUISITES),
    ...changed('Held until', dayOrNone(from.reviewDue), dayOrNone(to.reviewDue)),
  ];
}

function prerequisiteLines(from: Prerequisites, to: Prerequisites): string[] {
  const said = (isSo: boolean) => (isSo ? 'yes' : 'no');
  return [
    ...changed('Partner Hypothesis', linkInWords(from.hypothesis), linkInWords(to.hypothesis)),
    ...changed('Customer ICP', linkInWords(from.customerIcp), linkInWords(to.customerIcp)),
    ...changed('Partner thesis', linkInWords(from.thesis), linkInWords(to.thesis)),
    ...changed('Product-market fit', said(from.timing.productMarketFit), said(to.timing.productMarketFit)),
    ...changed('Proven go-to-market', said(from.timing.goToMarket), said(to.timing.goToMarket)),
    ...changed('Program ready', said(from.timing.programReady), said(to.timing.programReady)),
  ];
}

/** `https://example.com/icp, Lena Brandt, 3 March 2026` */
export function linkInWords(link: PrerequisiteLink | null): string {
  return link === null ? 'none' : `${link.url}, ${link.owner}, ${dayInWords(link.on)}`;
}

function dayOrNone(day: string | null): string {
  return day === null ? 'none' : dayInWords(day);
}

function changed(what: string, from: string, to: string): string[] {
  return from === to ? [] : [`${what}: ${from} -> ${to}`];
}
