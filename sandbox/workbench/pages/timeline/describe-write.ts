import type { PropertyRoles } from '../../host/settings.ts';
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
  type ValueText,
} from './property-changes.ts';

/** The texts and names of the portal. */
export interface Wording {
  valueText: ValueText;
  /** Empty when the history names nobody. */
  personOf: (group: ChangeGroup) => string;
  throughText: (group: ChangeGroup) => string;
  /** The name of who has this address; the address itself when nobody is known. */
  nameOfAddress: (address: string) => string;
  appName: string;
  roles: PropertyRoles;
}

/** The text of one write. */
export interface Description {
  /** `repair`: only the verdict changed. `outside`: a write that did not come from the app. */
  kind: 'lane' | 'scorecard' | 'decision' | 'repair' | 'outside';
  /** @example `Fast lane → Deep` */
  headline: string;
  /** Why the lane changed, as the app noted it; empty where it noted nothing. @example `Rated` */
  cause: string;
  /** What was filled in with the same write, by how much it can move a lane, unless the headline says all of it. */
  changes: readonly string[];
  /** Other changes of the verdict. @example `['Total 360 → 420']` */
  alongside: readonly string[];
}

/** A headline names so many changes and counts the rest. */
const NAMED = 2;

const changeOf = ({ changes }: ChangeGroup, name: string) =>
  changes.find(({ property }) => property.name === name);

const textsOf = (changes: readonly PropertyChange[], { valueText }: Wording) =>
  changes.map((change) => changeText(change, valueText));

const effectsOf = (group: ChangeGroup, names: readonly string[], wording: Wording) =>
  textsOf(
    names.flatMap((name) => changeOf(group, name) ?? []),
    wording,
  );

function laneText({ property, from, to }: PropertyChange, { valueText }: Wording): string {
  const before = from === '' ? 'Not scored' : valueText(property, from);
  return `${before} → ${to === '' ? 'not scored' : valueText(property, to)}`;
}

/** A headline of changes, with all of them below where it names only some. */
function named(texts: readonly string[]): Pick<Description, 'headline' | 'cause' | 'changes'> {
  const more = texts.length - NAMED;
  if (more <= 0) return { headline: texts.join(', '), cause: '', changes: [] };
  return { headline: `${texts.slice(0, NAMED).join(', ')} and ${more} more`, cause: '', changes: texts };
}

/**
 * Describes a write of the app.
 *
 * @param unjudged outside edits since the verdict before
 * @param noted the cause of the newest change of the lane at that time
 * @returns undefined when only the trail changed
 */
export function describeAppWrite(
  group: ChangeGroup,
  unjudged: readonly string[],
  noted: string,
  wording: Wording,
): Description | undefined {
  const inputs = textsOf(inputsIn(group, wording.roles), wording);
  const type = changeOf(group, PARTNER_TYPE);
  const clearance = changeOf(group, CLEARANCE);
  const alongside = effectsOf(group, [TOTAL, CLEARANCE], wording);
  if (type && type.from !== '' && type.to !== '') return typeChanged(group, type, wording);
  if (changeOf(group, LANE)) return { ...laneMoved(group, unjudged, noted, wording), alongside };
  if (inputs.length === 0) {
    if (!group.changes.some((change) => isVerdict(change, wording.roles))) return undefined;
    return { kind: 'repair', headline: repaired(wording), cause: '', changes: unjudged, alongside };
  }
  if (!clearance) return { kind: 'scorecard', ...named(inputs), alongside };
  const [headline = ''] = textsOf([clearance], wording);
  const changes = [...inputs, ...unjudged];
  return { kind: 'scorecard', headline, cause: '', changes, alongside: effectsOf(group, [TOTAL], wording) };
}

/** A change of type changes the questions and so the verdict: it is the headline. */
function typeChanged(group: ChangeGroup, type: PropertyChange, wording: Wording): Description {
  const [headline = ''] = textsOf([type], wording);
  const others = inputsIn(group, wording.roles).filter((change) => change !== type);
  return {
    kind: changeOf(group, LANE) ? 'lane' : 'scorecard',
    headline,
    cause: '',
    changes: textsOf(others, wording),
    alongside: effectsOf(group, [LANE, TOTAL, CLEARANCE], wording),
  };
}

const repaired = ({ appName }: Wording) => `${appName} put the verdict right`;

function laneMoved(
  group: ChangeGroup,
  unjudged: readonly string[],
  noted: string,
  wording: Wording,
): Omit<Description, 'alongside'> {
  const inputs = inputsIn(group, wording.roles);
  const lane = changeOf(group, LANE);
  const isCleared = lane?.to === '' && inputs.length > 0 && inputs.every(({ to }) => to === '');
  return {
    kind: 'lane',
    headline: lane ? laneText(lane, wording) : '',
    cause: isCleared ? 'Scorecard emptied' : noted,
    changes: isCleared ? [] : [...textsOf(inputs, wording), ...unjudged],
  };
}

/** Describes a write that did not come from the app. */
export function describeOutsideWrite(group: ChangeGroup, wording: Wording): Description {
  const lane = changeOf(group, LANE);
  const texts = textsOf(
    group.changes.filter((change) => change !== lane),
    wording,
  );
  if (!lane) return { kind: 'outside', ...named(texts), alongside: [] };
  const cause = 'Set outside the app';
  return { kind: 'lane', headline: laneText(lane, wording), cause, changes: [], alongside: texts };
}

/** An outside edit, as a reason of the next verdict. */
export function outsideTexts(group: ChangeGroup, wording: Wording): string[] {
  const who = wording.personOf(group) || wording.throughText(group);
  const edits = group.changes.filter(
    (change) => isVerdict(change, wording.roles) || isMover(change, wording.roles),
  );
  return textsOf(edits, wording).map((text) => `${text} (outside, by ${who})`);
}
