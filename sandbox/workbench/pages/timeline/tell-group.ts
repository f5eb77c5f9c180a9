import type { ChangeGroup, PropertyChange } from './change-groups.ts';
import {
  changeText,
  CLEARANCE,
  inputsIn,
  isMover,
  isVerdict,
  LANE,
  PARTNER_TYPE,
  TOTAL,
  type AppProperties,
  type ValueText,
} from './property-changes.ts';

/** How the portal writes things. */
export interface PortalWords {
  valueText: ValueText;
  /** Empty when the history names nobody. */
  personOf: (group: ChangeGroup) => string;
  throughText: (group: ChangeGroup) => string;
  /** What the app is called. */
  appName: string;
}

/** That, and what the app's properties are for. */
export interface TimelineWords extends PortalWords {
  app: AppProperties;
}

/** One write in words. */
export interface Told {
  /** `repair`: nothing was filled in, the verdict alone changed. `outside`: somebody wrote past the app. */
  kind: 'lane' | 'scorecard' | 'repair' | 'outside';
  /** @example `Fast lane → Deep build` */
  headline: string;
  /** What moved the verdict, most telling first. @example `['Customer overlap 3 → 5']` */
  because: readonly string[];
  /** All that was changed, where the headline names a part of it. */
  details: readonly string[];
  /** What else became of the verdict. @example `['Total 360 → 420']` */
  alongside: readonly string[];
}

/** Changes that a headline names before it counts the others. */
const NAMED = 2;

const changeOf = ({ changes }: ChangeGroup, name: string) =>
  changes.find(({ property }) => property.name === name);

const textsOf = (changes: readonly PropertyChange[], { valueText }: TimelineWords) =>
  changes.map((change) => changeText(change, valueText));

const effectsOf = (group: ChangeGroup, names: readonly string[], words: TimelineWords) =>
  textsOf(
    names.flatMap((name) => changeOf(group, name) ?? []),
    words,
  );

function laneText({ property, from, to }: PropertyChange, { valueText }: TimelineWords): string {
  const before = from === '' ? 'No lane yet' : valueText(property, from);
  return `${before} → ${to === '' ? 'no lane' : valueText(property, to)}`;
}

/** Names what was changed; many changes in part. */
function named(texts: readonly string[]): Pick<Told, 'headline' | 'because' | 'details'> {
  const more = texts.length - NAMED;
  if (more <= 0) return { headline: texts.join(', '), because: [], details: [] };
  return {
    headline: `${texts.slice(0, NAMED).join(', ')} and ${more} more`,
    because: [],
    details: texts,
  };
}

/**
 * A write of the app.
 *
 * @param unjudged edits past the app that this verdict answers to
 * @returns undefined for what the app merely noted beside the scorecard
 */
export function tellOfApp(
  group: ChangeGroup,
  unjudged: readonly string[],
  words: TimelineWords,
): Told | undefined {
  const inputs = textsOf(inputsIn(group, words.app), words);
  const type = changeOf(group, PARTNER_TYPE);
  const clearance = changeOf(group, CLEARANCE);
  const alongside = effectsOf(group, [TOTAL, CLEARANCE], words);
  if (type && type.from !== '' && type.to !== '') return typeChanged(group, type, words);
  if (changeOf(group, LANE)) return { ...laneMoved(group, unjudged, words), alongside };
  if (inputs.length === 0) {
    if (!group.changes.some((change) => isVerdict(change, words.app))) return undefined;
    return { kind: 'repair', headline: repaired(words), because: unjudged, details: [], alongside };
  }
  if (!clearance) return { kind: 'scorecard', ...named(inputs), alongside };
  const [headline = ''] = textsOf([clearance], words);
  const because = [...inputs, ...unjudged];
  return { kind: 'scorecard', headline, because, details: [], alongside: effectsOf(group, [TOTAL], words) };
}

/** Other questions, another verdict: the change of type is what happened, all else follows. */
function typeChanged(group: ChangeGroup, type: PropertyChange, words: TimelineWords): Told {
  const [headline = ''] = textsOf([type], words);
  const others = inputsIn(group, words.app).filter((change) => change !== type);
  return {
    kind: changeOf(group, LANE) ? 'lane' : 'scorecard',
    headline,
    because: [],
    details: textsOf(others, words),
    alongside: effectsOf(group, [LANE, TOTAL, CLEARANCE], words),
  };
}

const repaired = ({ appName }: TimelineWords) => `${appName} put the verdict right`;

function laneMoved(
  group: ChangeGroup,
  unjudged: readonly string[],
  words: TimelineWords,
): Omit<Told, 'alongside'> {
  const inputs = inputsIn(group, words.app);
  const lane = changeOf(group, LANE);
  const told = { kind: 'lane', headline: lane ? laneText(lane, words) : '', details: [] } as const;
  const isCleared = lane?.to === '' && inputs.length > 0 && inputs.every(({ to }) => to === '');
  if (isCleared) return { ...told, because: ['the scorecard was cleared'] };
  const movers = inputs.filter((change) => isMover(change, words.app));
  const details = movers.length < inputs.length ? [...textsOf(inputs, words), ...unjudged] : [];
  if (movers.length > 0) return { ...told, because: [...textsOf(movers, words), ...unjudged], details };
  const after = unjudged.length > 0 ? ` after ${unjudged.join(', ')}` : '';
  return { ...told, because: [repaired(words) + after], details };
}

/** A write of anybody else. */
export function tellOutside(group: ChangeGroup, words: TimelineWords): Told {
  const lane = changeOf(group, LANE);
  const texts = textsOf(
    group.changes.filter((change) => change !== lane),
    words,
  );
  if (!lane) return { kind: 'outside', ...named(texts), alongside: [] };
  const because = ['it was set outside the app'];
  return { kind: 'lane', headline: laneText(lane, words), because, details: [], alongside: texts };
}

/** An edit past the app, as the reason of a later verdict. */
export function outsideTexts(group: ChangeGroup, words: TimelineWords): string[] {
  const who = words.personOf(group) || words.throughText(group);
  const edits = group.changes.filter((change) => isVerdict(change, words.app) || isMover(change, words.app));
  return textsOf(edits, words).map((text) => `${text} (outside, by ${who})`);
}
