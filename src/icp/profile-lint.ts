import { profileFaults } from './profile-faults.ts';
import { type Dimension, type Profile, inSentence, promptsOf } from './profile.ts';

/** A fault, with the path of its field. */
export interface LintFault {
  path: string;
  message: string;
}

/**
 * The room that the card has, in characters. The shipped profiles keep to it, and so does whatever is published. Five
 * anchors stand in one line of a wide card and in two of a narrow one; prompts are read out in a call.
 */
export const CARD_ROOM = {
  label: 40,
  question: 130,
  weightReason: 400,
  anchor: 20,
  /** The five anchors of a dimension together. */
  anchors: 95,
  level: 160,
  prompt: 90,
  /** Prompts of a dimension, with those of SaaS. */
  prompts: 5,
  laneLabel: 24,
  laneNext: 131,
  checkText: 120,
  title: 80,
  origin: 600,
} as const;

/**
 * What keeps a profile from being published, each with the path of the field and named in words: weights, floors, levels,
 * the lengths that the card has room for, and the keys that a portal has properties for.
 *
 * @param shipped the profile of the type that comes with Partner ICP: its dimension keys and checks may not change; null for none
 * @param newest the highest version of the type so far: the next one follows it; null where it does not matter
 */
export function lintProfile(
  profile: Profile,
  shipped: Profile | null,
  newest: number | null = null,
): LintFault[] {
  const faults = [
    ...profile.dimensions.flatMap((dimension, index) => dimensionFaults(dimension, index, profile)),
    ...floorFaults(profile),
    ...minimumFaults(profile),
    ...laneFaults(profile),
    ...checkFaults(profile),
    ...[
      ...textFaults('title', profile.title, CARD_ROOM.title),
      ...textFaults('origin', profile.origin, CARD_ROOM.origin),
    ],
    ...profileFaults(profile).map((fault) => named(fault, profile)),
    ...(shipped === null ? [] : keyFaults(profile, shipped)),
    ...(newest === null ? [] : versionFaults(profile, newest)),
  ];
  return faults.filter(
    ({ path, message }, index) =>
      faults.findIndex((other) => other.path === path && other.message === message) === index,
  );
}

function dimensionFaults(dimension: Dimension, index: number, profile: Profile): LintFault[] {
  const path = `dimensions[${index}]`;
  const { label, weight, weightReason, question, anchors, rubric } = dimension;
  const prompts = promptsOf(dimension, { asksSaas: true });
  const faults: LintFault[] = [];
  if (!Number.isInteger(weight) || weight < 1 || weight > 100)
    faults.push({
      path: `${path}.weight`,
      message: `a weight is a whole number from 1 to 100, not ${weight}`,
    });
  faults.push(
    ...textFaults(`${path}.label`, label, CARD_ROOM.label),
    ...textFaults(`${path}.question`, question, CARD_ROOM.question),
    ...textFaults(`${path}.weightReason`, weightReason, CARD_ROOM.weightReason),
    ...levelFaults(`${path}.rubric`, rubric, CARD_ROOM.level),
    ...levelFaults(`${path}.anchors`, anchors, CARD_ROOM.anchor),
    ...prompts.flatMap((prompt, at) => textFaults(promptPath(path, dimension, at), prompt, CARD_ROOM.prompt)),
  );
  const together = anchors.join('').length;
  if (together > CARD_ROOM.anchors)
    faults.push({
      path: `${path}.anchors`,
      message: `the five short levels have at most ${CARD_ROOM.anchors} characters together, these have ${together}`,
    });
  for (const [at, anchor] of anchors.entries())
    if (/^\d/.test(anchor))
      faults.push({
        path: `${path}.anchors[${at}]`,
        message: 'a short level begins with no digit: it stands behind its number',
      });
  if (prompts.length > CARD_ROOM.prompts)
    faults.push({
      path: `${path}.evidencePrompts`,
      message: `at most ${CARD_ROOM.prompts} questions to ask, these are ${prompts.length}`,
    });
  return faults.map((fault) => named(fault, profile));
}

function promptPath(path: string, { evidencePrompts }: Dimension, at: number): string {
  const own = evidencePrompts.length;
  return at < own ? `${path}.evidencePrompts[${at}]` : `${path}.saasPrompts[${at - own}]`;
}

function levelFaults(path: string, levels: readonly string[], longest: number): LintFault[] {
  return levels.flatMap((level, at) =>
    level.trim() === ''
      ? [{ path: `${path}[${at}]`, message: `the level for rating ${at + 1} is missing` }]
      : textFaults(`${path}[${at}]`, level, longest),
  );
}

function textFaults(path: string, text: string, longest: number): LintFault[] {
  if (text.trim() === '') return [{ path, message: 'this text is empty' }];
  if (text.length <= longest) return [];
  return [{ path, message: `at most ${longest} characters, this has ${text.length}` }];
}

function floorFaults({ floors }: Profile): LintFault[] {
  return (['deep', 'fast'] as const)
    .filter((lane) => !Number.isInteger(floors[lane]))
    .map((lane) => ({ path: `floors.${lane}`, message: `a floor is a whole number of points` }));
}

function minimumFaults({ deepNeeds, minimumReasons }: Profile): LintFault[] {
  return Object.entries(deepNeeds).flatMap(([key, rating]) => [
    ...(Number.isInteger(rating) && rating >= 2 && rating <= 5
      ? []
      : [{ path: `deepNeeds.${key}`, message: `${key}: a minimum is a rating from 2 to 5` }]),
    ...textFaults(`minimumReasons.${key}`, minimumReasons[key] ?? '', CARD_ROOM.weightReason),
  ]);
}

function laneFaults({ lanes }: Profile): LintFault[] {
  return (['deep', 'fast', 'pass'] as const).flatMap((lane) => [
    ...textFaults(`lanes.${lane}.label`, lanes[lane].label, CARD_ROOM.laneLabel),
    ...textFaults(`lanes.${lane}.next`, lanes[lane].next, CARD_ROOM.laneNext),
  ]);
}

function checkFaults({ checks }: Profile): LintFault[] {
  return checks.flatMap(({ label, looksLike, whyItFails, asks }, index) => {
    const path = `checks[${index}]`;
    return [
      ...textFaults(`${path}.label`, label, CARD_ROOM.label),
      ...textFaults(`${path}.looksLike`, looksLike, CARD_ROOM.checkText),
      ...textFaults(`${path}.whyItFails`, whyItFails, CARD_ROOM.checkText),
      ...(asks.length === 0 ? [{ path: `${path}.asks`, message: 'a check asks for something' }] : []),
      ...asks.flatMap((ask, at) => textFaults(`${path}.asks[${at}]`, ask, CARD_ROOM.checkText)),
    ];
  });
}

/** A portal has the properties of the shipped keys, and values in them. */
function keyFaults(profile: Profile, shipped: Profile): LintFault[] {
  return [
    ...changedKeys('dimensions', 'dimension', profile.dimensions, shipped.dimensions),
    ...changedKeys('checks', 'check', profile.checks, shipped.checks),
    ...(sameKeys(profile.facts, shipped.facts)
      ? []
      : [{ path: 'facts', message: 'the facts follow from the checks and cannot change' }]),
  ];
}

function changedKeys(
  path: 'dimensions' | 'checks',
  noun: string,
  own: readonly { key: string; label: string }[],
  shipped: readonly { key: string; label: string }[],
): LintFault[] {
  const keys = new Set(shipped.map(({ key }) => key));
  const added = own.flatMap(({ key }, index) =>
    keys.has(key)
      ? []
      : [{ path: `${path}[${index}].key`, message: `${key}: a ${noun} cannot be added or renamed` }],
  );
  const removed = shipped
    .filter(({ key }) => !own.some((one) => one.key === key))
    .map(({ key, label }) => ({
      path,
      message: `the ${noun} ${inSentence(label)} (${key}) cannot be removed or renamed`,
    }));
  return [...added, ...removed];
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key) => other.includes(key));
}

function versionFaults({ version }: Profile, newest: number): LintFault[] {
  if (Number.isInteger(version) && version >= 0 && version <= newest + 1) return [];
  const message = `version ${version} does not follow the newest, which is ${newest}: the next one is ${newest + 1}`;
  return [{ path: 'version', message }];
}

const OF_DIMENSION = /^dimensions\[(\d+)\]/;
const OF_CHECK = /^checks\[(\d+)\]/;

/** The message with the name of its dimension or check before it. */
function named({ path, message }: LintFault, { dimensions, checks }: Profile): LintFault {
  const dimension = dimensions[Number(OF_DIMENSION.exec(path)?.[1])];
  const check = checks[Number(OF_CHECK.exec(path)?.[1])];
  const named = dimension ?? check;
  if (named === undefined) return { path, message };
  const name = named.label.trim() === '' ? named.key : named.label;
  return { path, message: `${name}: ${message}` };
}
