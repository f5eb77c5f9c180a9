import { type Difference, between, pairsByKey } from './difference.ts';
import { fieldsOf } from './fields.ts';
import { LANE_LABELS } from './lanes.ts';
import { type CheckDefinition, type Dimension, type Profile, inSentence } from './profile.ts';
import { textDifferences } from './text-difference.ts';

/**
 * Everything that differs between two profiles, besides type and version. Dimensions and checks are told apart by key.
 * Another order of dimensions, checks or facts is a difference: it is the order of the card.
 */
export function profileDifferences(from: Profile, to: Profile): Difference[] {
  const pairs = pairsByKey(from.dimensions, to.dimensions);
  return [
    ...pairs.flatMap(([one, other]) => weightsOf(one, other)),
    ...floorsOf(from, to),
    ...pairs.flatMap(([one, other]) => minimumsOf(from, to, other ?? one)),
    ...pairs.flatMap(([one, other]) => evidenceOf(one, other)),
    ...checksOf(from, to),
    ...dimensionsOf(from, to),
    ...textDifferences(from, to),
  ];
}

function weightsOf(one: Dimension | undefined, other: Dimension | undefined): Difference[] {
  return between('weights', (other ?? one)?.label ?? '', one?.weight, other?.weight);
}

function floorsOf({ floors: from }: Profile, { floors: to }: Profile): Difference[] {
  return (['deep', 'fast'] as const).flatMap((lane) =>
    between('floors', LANE_LABELS[lane], from[lane], to[lane]),
  );
}

function minimumsOf(from: Profile, to: Profile, dimension: Dimension | undefined): Difference[] {
  if (dimension === undefined) return [];
  const { key, label } = dimension;
  return between('minimums', label, from.deepNeeds[key], to.deepNeeds[key]);
}

function evidenceOf(one: Dimension | undefined, other: Dimension | undefined): Difference[] {
  if (one === undefined || other === undefined) return [];
  const needs = ({ evidenceRequired }: Dimension) => (evidenceRequired ? 'required' : 'optional');
  return between('evidence', other.label, needs(one), needs(other));
}

function checksOf(from: Profile, to: Profile): Difference[] {
  const effect = (check: CheckDefinition | undefined, { dimensions }: Profile) => {
    if (check === undefined) return undefined;
    const { lane, rating } = check.caps;
    const label = capped(rating?.dimension ?? '', dimensions);
    const effects = [
      ...(lane === undefined ? [] : [`at most ${LANE_LABELS[lane]}`]),
      ...(rating === undefined ? [] : [`${inSentence(label)} at most ${rating.at}`]),
    ];
    return effects.join(' and ');
  };
  return [
    ...pairsByKey(from.checks, to.checks).flatMap(([one, other]) =>
      between('checks', (other ?? one).label, effect(one, from), effect(other, to)),
    ),
    ...orderOf('checks', from.checks, to.checks),
  ];
}

type Labelled = { key: string; label: string };

/** The order of what both have, by the labels of the second; by keys where labels are equal. */
function orderOf(
  part: 'dimensions' | 'checks',
  from: readonly Labelled[],
  to: readonly Labelled[],
): Difference[] {
  const shared = (own: readonly Labelled[], others: readonly Labelled[]) =>
    own.filter(({ key }) => others.some((other) => other.key === key)).map(({ key }) => key);
  const labels = new Set(to.map(({ label }) => label));
  const named = (keys: readonly string[]) =>
    keys
      .map((key) => (labels.size < to.length ? key : (to.find((one) => one.key === key)?.label ?? key)))
      .join(', ');
  return between(part, 'Order', named(shared(from, to)), named(shared(to, from)));
}

/** The label of a dimension, or its key where another one is labelled alike. */
function capped(dimension: string, dimensions: readonly Labelled[]): string {
  const found = dimensions.find(({ key }) => key === dimension);
  const isAlone = dimensions.filter(({ label }) => label === found?.label).length === 1;
  return found !== undefined && isAlone ? found.label : dimension;
}

/** Their order, and what belongs to the whole profile beside its texts. */
function dimensionsOf(from: Profile, to: Profile): Difference[] {
  const prompts = ({ asksSaas }: Profile) => (asksSaas ? 'shown' : 'hidden');
  const facts = (profile: Profile) => {
    const fields = fieldsOf(profile);
    return profile.facts.map((fact) => fields.find(({ name }) => name === fact)?.label ?? fact).join(', ');
  };
  return [
    ...orderOf('dimensions', from.dimensions, to.dimensions),
    ...between('dimensions', 'Prompts for software subscriptions', prompts(from), prompts(to)),
    ...between('dimensions', 'Facts that are asked', facts(from), facts(to)),
  ];
}
