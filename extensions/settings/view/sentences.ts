import type { TypePolicy, VersionSummary } from '../../../src/contract/policy.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import type { LaneByProfile } from '../../../src/icp/portfolio-card.ts';
import { profileName } from '../../../src/icp/profile.ts';
import { SUM_RIGHT, sumMissing, sumOver } from '../../../src/messages/settings-page.ts';

/** `Profile of 3 March 2026 (v2)`, `Shipped profile`. */
export function versionText({ version, published }: Pick<VersionSummary, 'version' | 'published'>): string {
  return profileName({ version }, published?.on ?? null);
}

export function currentVersion({ versions }: TypePolicy): VersionSummary | null {
  return versions.find(({ isCurrent }) => isCurrent) ?? null;
}

/** The word of a version key, `technology@2`, among the versions of its type. */
export function versionOfKey(key: string, { versions }: TypePolicy): string {
  const known = versions.find((version) => version.key === key);
  return known === undefined ? profileName({ version: Number(key.split('@')[1]) }, null) : versionText(known);
}

export function sumText(sum: number): string {
  if (sum === 100) return SUM_RIGHT;
  return sum < 100 ? sumMissing(sum, 100 - sum) : sumOver(sum, sum - 100);
}

/** `430`, or `300 to 430` while a rating is unknown. */
export function pointsText({ total, low, high }: LaneByProfile): string {
  return total === null ? `${low} to ${high}` : String(total);
}

/** `27 November 2026, 14:03` in the portal's time zone. */
export function momentText(iso: string, timeZone: string): string {
  const at = new Date(iso);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(at);
  return `${dayInWords(day)}, ${time}`;
}

/** `1,200` */
export function figure(count: number): string {
  return count.toLocaleString('en');
}

/** A command line, with texts that a shell hands over whole. */
export function command(...words: readonly string[]): string {
  return words.map((word) => (/^[\w@.:/=+-]+$/.test(word) ? word : quoted(word))).join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
