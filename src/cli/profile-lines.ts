import { LANE_LABELS, laneTitle } from '../icp/lanes.ts';
import { GUIDANCE } from '../icp/guidance.ts';
import { PARTNER_TYPES, type PartnerType } from '../icp/partner-types.ts';
import {
  type CheckDefinition,
  type Dimension,
  MAX_TOTAL,
  type Profile,
  inSentence,
  minimumOf,
  promptsOf,
} from '../icp/profile.ts';
import { RATINGS } from '../icp/ratings.ts';
import type { ListedProfile } from '../usecases/profiles/list-profiles.ts';

/** The partner types, a line each, in aligned columns. */
export function listLines(listed: readonly ListedProfile[]): string[] {
  const rows = listed.map((one) => [one.type, one.category, one.label, one.version ?? 'none', one.sentence]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const padded = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return rows.map((row) => padded(row).join('  ').trimEnd());
}

/** A whole profile, in the order in which a partner is judged by it. @param name "Profile of 3 March 2026 (v2)" */
export function profileLines(profile: Profile, name: string): string[] {
  return [
    `${typeWithCategory(profile.type)}. ${name}`,
    GUIDANCE.types[profile.type],
    ...profile.dimensions.flatMap((dimension, index) => dimensionLines(dimension, index + 1, profile)),
    ...['', 'Checks', ...profile.checks.flatMap((check) => checkLines(check, profile))],
    ...['', 'Lanes', ...laneLines(profile)],
    ...['', 'Origin', ...folded(profile.origin, '  ')],
  ];
}

/** `Reseller (channel)` */
export function typeWithCategory(type: PartnerType): string {
  const known = PARTNER_TYPES.find(({ key }) => key === type);
  return known === undefined ? type : `${known.label} (${known.category})`;
}

function dimensionLines(dimension: Dimension, number: number, profile: Profile): string[] {
  const { label, weight, weightReason, question, anchors, rubric, evidenceRequired } = dimension;
  return [
    ...['', `${number}. ${label}, weight ${weight}`, ...folded(question, '   ')],
    ...folded(`Why ${weight}: ${weightReason}`, '   '),
    ...RATINGS.flatMap((rating, index) => [
      `   ${rating}  ${anchors[index] ?? ''}`,
      ...folded(rubric[index] ?? '', '      '),
    ]),
    ...(evidenceRequired ? ['   A 4 or 5 needs evidence.'] : []),
    ...bulleted('Ask:', promptsOf(dimension, profile)),
  ];
}

function checkLines(check: CheckDefinition, profile: Profile): string[] {
  const { key, label, looksLike, whyItFails, asks } = check;
  return [
    ...['', `   ${label} (${key})`],
    ...[looksLike, whyItFails].flatMap((text) => (text === '' ? [] : folded(text, '   '))),
    ...bulleted('Before it is clear:', asks),
    ...folded(`When flagged, ${effectsOf(check, profile)}.`, '   '),
  ];
}

function bulleted(title: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  return [`   ${title}`, ...texts.flatMap((text) => folded(text, '     ', '   - '))];
}

/** What a flag does: `the lane is at most Fast lane`. */
function effectsOf({ caps: { lane, rating } }: CheckDefinition, { dimensions }: Profile): string {
  const effects: string[] = [];
  if (lane !== undefined) effects.push(`the lane is at most ${LANE_LABELS[lane]}`);
  const capped = dimensions.find(({ key }) => key === rating?.dimension);
  if (rating !== undefined && capped !== undefined)
    effects.push(`${inSentence(capped.label)} counts as at most ${rating.at}`);
  return effects.join(' and ');
}

function laneLines({ floors, lanes, dimensions, deepNeeds, minimumReasons }: Profile): string[] {
  const bounds = {
    deep: `${floors.deep} points and more of ${MAX_TOTAL}`,
    fast: `${floors.fast} to ${floors.deep - 1} points`,
    pass: `below ${floors.fast} points`,
  };
  const needs = dimensions.flatMap(({ key, label }) => {
    const minimum = minimumOf({ deepNeeds }, key);
    const text = `${LANE_LABELS.deep} needs ${inSentence(label)} ${minimum}. ${minimumReasons[key] ?? ''}`;
    return minimum > 1 ? folded(text, '   ') : [];
  });
  return [
    ...(['deep', 'fast', 'pass'] as const).flatMap((lane) =>
      folded(`${laneTitle(lane, { lanes })}, ${bounds[lane]}. ${lanes[lane].next}`, '     ', '   '),
    ),
    ...(needs.length > 0 ? ['', '   Whatever the points:', ...needs] : []),
  ];
}

const WIDTH = 100;

/** Folds a text at spaces into lines of at most 100 characters with this indent; the first line may have its own. */
function folded(text: string, indent: string, first = indent): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isEmpty = line === (lines.length === 0 ? first : indent);
    if (isEmpty) line += word;
    else if (line.length + 1 + word.length <= WIDTH) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line];
}
