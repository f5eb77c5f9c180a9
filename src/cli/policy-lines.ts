import type {
  PolicyState,
  Prerequisites,
  ProfileDraft,
  TypePolicy,
  VersionSummary,
} from '../contract/policy.ts';
import { dayInWords } from '../icp/day-in.ts';
import { partnerTypeLabel } from '../icp/partner-types.ts';
import { profileName } from '../icp/profile.ts';
import { amount } from '../usecases/amount.ts';
import { linkInWords } from '../usecases/policy/body-difference.ts';

/** `Profile of 3 March 2026 (v2)`, or `Shipped profile`. */
export function versionName({ version, published }: VersionSummary): string {
  return profileName({ version }, published?.on ?? null);
}

/** `draft of 3 March 2026 by Lena Brandt` */
export function draftName({ by, on }: Pick<ProfileDraft, 'by' | 'on'>): string {
  return `draft of ${dayInWords(on)} by ${by}`;
}

/** The current version; undefined where it cannot be read. */
export function currentVersion({ versions }: TypePolicy): VersionSummary | undefined {
  return versions.find(({ isCurrent }) => isCurrent);
}

/** One line a type, in aligned columns: the current profile, who published it, until when it is held, and what waits. */
export function typeLines({ types }: PolicyState): string[] {
  const rows = types.map((policy) => {
    const current = currentVersion(policy);
    return [
      policy.type,
      current === undefined ? 'cannot be read, run: icp doctor' : versionName(current),
      current?.published == null ? '' : `by ${current.published.by}`,
      holdOf(policy, current),
      notesOf(policy),
    ];
  });
  return aligned(rows);
}

/** Rows of cells as lines: each column is as wide as its widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const used = widths.map((width) => width > 0);
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .filter((_, column) => used[column] === true)
      .join('  ')
      .trimEnd(),
  );
}

function holdOf({ isReviewDue }: TypePolicy, current: VersionSummary | undefined): string {
  const day = current?.reviewDue ?? null;
  if (day === null) return '';
  return isReviewDue ? `review was due on ${dayInWords(day)}` : `held until ${dayInWords(day)}`;
}

function notesOf({ type, isReady, isEnabled, draft }: TypePolicy): string {
  const faults = draft === null ? 0 : draft.faults.length;
  return [
    ...(draft === null
      ? []
      : [`${draftName(draft)}${faults > 0 ? `, ${amount(faults, 'fault', 'faults')}` : ''}`]),
    ...(isReady ? [] : [`no properties, run: icp install --types ${type}`]),
    ...(isReady && !isEnabled ? ['not offered on the card'] : []),
  ].join('; ');
}

/** The versions of a type, newest first, and its draft. */
export function versionLines({ type, versions, draft }: TypePolicy): string[] {
  const rows = versions.map((version) => [
    `  ${version.isCurrent ? '*' : ' '} ${versionName(version)}`,
    version.published === null ? '' : `by ${version.published.by}: "${version.published.reason}"`,
  ]);
  return [
    `${partnerTypeLabel(type)}. The current profile is marked with *.`,
    ...aligned(rows),
    ...(draft === null ? [] : [`    A ${draftName(draft)}, see: icp profile show ${type} --draft`]),
  ];
}

/** What a version or draft rests on. */
export function prerequisiteLines({ hypothesis, customerIcp, thesis, timing }: Prerequisites): string[] {
  const said = (isSo: boolean) => (isSo ? 'yes' : 'no');
  return [
    `Partner Hypothesis: ${linkInWords(hypothesis)}`,
    `Customer ICP: ${linkInWords(customerIcp)}`,
    `Partner thesis: ${linkInWords(thesis)}`,
    `Product-market fit: ${said(timing.productMarketFit)}. Proven go-to-market: ${said(timing.goToMarket)}. Program ready: ${said(timing.programReady)}.`,
  ];
}

/** A line for each fault that keeps a draft from being published. */
export function faultLines(faults: readonly { path: string; message: string }[]): string[] {
  return faults.map(({ path, message }) => (path === '' ? `- ${message}` : `- ${path}: ${message}`));
}
