import { inSentence } from '../icp/labels.ts';
import { GUIDANCE } from '../icp/guidance.ts';
import {
  type CheckDefinition,
  type Dimension,
  MAX_TOTAL,
  type Profile,
  promptsOf,
  versionKey,
} from '../icp/profile.ts';
import { RATINGS } from '../icp/ratings.ts';
import type { ListedProfile } from '../usecases/profiles/list-profiles.ts';
import { foldText } from './fold-text.ts';
import { typeInWords } from './type-in-words.ts';

/** Prints the partner types, a line each, in aligned columns. */
export function printProfiles(listed: readonly ListedProfile[]): void {
  const rows = listed.map(({ type, category, label, version, sentence }) => [
    type,
    category,
    label,
    version ?? 'none',
    sentence,
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** Prints a whole profile, in the order in which a partner is judged by it. */
export function printProfile(profile: Profile): void {
  console.log(`${typeInWords(profile.type)}, ${versionKey(profile)}\n${GUIDANCE.types[profile.type]}`);
  for (const [index, dimension] of profile.dimensions.entries())
    printDimension(dimension, index + 1, profile);
  console.log('\nChecks');
  for (const check of profile.checks) printCheck(check, profile);
  console.log('\nLanes');
  printLanes(profile);
  console.log(`\nOrigin\n${foldText(profile.origin, '  ')}`);
}

function printDimension(dimension: Dimension, number: number, profile: Profile): void {
  const { label, weight, question, anchors, rubric, evidenceRequired } = dimension;
  console.log(`\n${number}. ${label}, weight ${weight}`);
  console.log(foldText(question, '   '));
  for (const [index, rating] of RATINGS.entries()) {
    console.log(`   ${rating}  ${anchors[index] ?? ''}`);
    console.log(foldText(rubric[index] ?? '', '      '));
  }
  if (evidenceRequired) console.log('   A 4 or 5 needs evidence.');
  printList('Look at or ask for:', promptsOf(dimension, profile));
}

function printCheck(check: CheckDefinition, profile: Profile): void {
  const { key, label, looksLike, whyItFails, asks } = check;
  console.log(`\n   ${label} (${key})`);
  for (const text of [looksLike, whyItFails]) if (text !== '') console.log(foldText(text, '   '));
  printList('Before it is clear:', asks);
  console.log(foldText(`When flagged, ${capsInWords(check, profile)}.`, '   '));
}

function printList(title: string, texts: readonly string[]): void {
  if (texts.length > 0) console.log(`   ${title}`);
  for (const text of texts) console.log(foldText(text, '     ', '   - '));
}

/** What a flag does: `the lane is at most Fast lane`. */
function capsInWords({ caps: { lane, rating } }: CheckDefinition, { dimensions, lanes }: Profile): string {
  const effects: string[] = [];
  if (lane !== undefined) effects.push(`the lane is at most ${lanes[lane].label}`);
  const capped = dimensions.find(({ key }) => key === rating?.dimension);
  if (rating !== undefined && capped !== undefined)
    effects.push(`${inSentence(capped.label)} counts as at most ${rating.at}`);
  return effects.join(' and ');
}

function printLanes({ floors, lanes, cleared }: Profile): void {
  const bounds = {
    deep: `${floors.deep} points and more of ${MAX_TOTAL}`,
    fast: `${floors.fast} to ${floors.deep - 1} points`,
    pass: `below ${floors.fast} points`,
  };
  for (const lane of ['deep', 'fast', 'pass'] as const)
    console.log(
      foldText(`${lanes[lane].label}, ${bounds[lane]}. ${lanes[lane].next}`, '         ', `   ${lane}  `),
    );
  console.log(`   Once every check is clear: ${cleared}`);
}
