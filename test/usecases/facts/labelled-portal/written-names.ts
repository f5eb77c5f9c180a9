import type { Random } from '../../../../sandbox/demo/random.ts';

const HEADS = [
  'Ledger',
  'Harbor',
  'Copper',
  'Grün',
  'Falcon',
  'Maple',
  'Señor',
  'Tidal',
  'Quill',
  'Ember',
  'Océan',
];
const TAILS = [
  'lane',
  'desk',
  'forge',
  'mühle',
  'pier',
  'stack',
  'wright',
  'loom',
  'yard',
  'signal',
  'kiosk',
  'vane',
];
const FORMS = ['', '', '', ', Inc.', ' GmbH', ' LLC', ' AG', ' Ltd.'];

/** A made-up company: as its record has it, and as people call it. */
export interface MadeName {
  full: string;
  short: string;
}

/** No name stands in another one as a whole word. */
export function madeNames(random: Random, count: number): MadeName[] {
  const pairs = random.shuffled(HEADS.flatMap((head) => TAILS.map((tail) => [head, tail] as const)));
  if (pairs.length < count) throw new Error(`there are only ${pairs.length} names`);
  return pairs.slice(0, count).map(([head, tail], index) => {
    const short =
      index % 4 === 0 ? `${head} ${tail.charAt(0).toUpperCase()}${tail.slice(1)}` : `${head}${tail}`;
    return { short, full: `${short}${random.pick(FORMS)}` };
  });
}

/** The ways in which people write down that they use a product. */
const WAYS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => `${name} (since 2021)`,
  (name) => `"${name}"`,
  (name) => `uses ${name} daily`,
  (name) => `${name}, Inc.`,
  (name) => name.replaceAll(' ', '  '),
];
export const written = (random: Random, { short }: MadeName): string => random.pick(WAYS)(short);

/** Other products, whose names only look like it. */
const OTHERS: readonly ((name: string) => string)[] = [
  (name) => `${name}s`,
  (name) => `My${name}`,
  (name) => `${name}ify`,
  (name) => name.slice(0, -1),
];
export const lookalike = (random: Random, { short }: MadeName): string => random.pick(OTHERS)(short);

const SEPARATORS = [', ', '; ', '\n', ' / ', ' | '];

/** One text of several. */
export const listed = (random: Random, texts: readonly string[]): string =>
  random.shuffled(texts).join(random.pick(SEPARATORS));
