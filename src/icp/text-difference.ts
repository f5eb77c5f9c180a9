import { type Difference, type Value, between, pairsByKey } from './difference.ts';
import { LANE_LABELS } from './lanes.ts';
import type { CheckDefinition, Dimension, Profile } from './profile.ts';
import { RATINGS } from './ratings.ts';

/** The texts that differ between two profiles. Those of a dimension or check that only one of them has are left out. */
export function textDifferences(from: Profile, to: Profile): Difference[] {
  return [
    ...between('texts', 'Title', from.title, to.title),
    ...between('texts', 'Origin', from.origin, to.origin),
    ...pairsByKey(from.dimensions, to.dimensions).flatMap(([one, other]) => dimensionTexts(one, other)),
    ...pairsByKey(from.checks, to.checks).flatMap(([one, other]) => checkTexts(one, other)),
    ...reasonTexts(from, to),
    ...(['deep', 'fast', 'pass'] as const).flatMap((lane) => [
      ...between('texts', `${LANE_LABELS[lane]}, words`, from.lanes[lane].label, to.lanes[lane].label),
      ...between('texts', `${LANE_LABELS[lane]}, next step`, from.lanes[lane].next, to.lanes[lane].next),
    ]),
  ];
}

/** Of dimensions that both have. One that only one has shows among the weights. */
function dimensionTexts(one: Dimension | undefined, other: Dimension | undefined): Difference[] {
  if (one === undefined || other === undefined) return [];
  const { label } = other;
  const text = (what: string, from: Value, to: Value) => between('texts', `${label}, ${what}`, from, to);
  return [
    ...text('label', one.label, other.label),
    ...text('question', one.question, other.question),
    ...text('reason of the weight', one.weightReason, other.weightReason),
    ...RATINGS.flatMap((rating, at) => text(`level ${rating}`, one.rubric[at], other.rubric[at])),
    ...RATINGS.flatMap((rating, at) => text(`short level ${rating}`, one.anchors[at], other.anchors[at])),
    ...text('prompts', listed(one.evidencePrompts), listed(other.evidencePrompts)),
    ...text('prompts for software subscriptions', listed(one.saasPrompts), listed(other.saasPrompts)),
  ];
}

function checkTexts(one: CheckDefinition | undefined, other: CheckDefinition | undefined): Difference[] {
  if (one === undefined || other === undefined) return [];
  const text = (what: string, from: Value, to: Value) =>
    between('texts', `${other.label}, ${what}`, from, to);
  return [
    ...text('label', one.label, other.label),
    ...text('what it looks like', one.looksLike, other.looksLike),
    ...text('why it fails', one.whyItFails, other.whyItFails),
    ...text('what to ask for', listed(one.asks), listed(other.asks)),
  ];
}

function reasonTexts(from: Profile, to: Profile): Difference[] {
  return to.dimensions.flatMap(({ key, label }) =>
    between('texts', `${label}, reason of the minimum`, from.minimumReasons[key], to.minimumReasons[key]),
  );
}

function listed(texts: readonly string[] | undefined): Value {
  if (texts === undefined || texts.length === 0) return undefined;
  // a text with the separator in it would read as two
  const isPlain = !texts.some((text) => text.includes('/'));
  return isPlain ? texts.join(' / ') : JSON.stringify(texts);
}
