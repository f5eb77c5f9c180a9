import type { HistoryChange, HistoryLane } from '../../contract/history.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { decisionLabel, isDecision } from '../../icp/decision.ts';
import { dayInWords, dayOfTime } from '../../icp/day-in.ts';
import { LANE_LABELS } from '../../icp/lanes.ts';
import { versionInWords } from '../../icp/profile.ts';
import { isInvisible, shortened, visibleLine } from '../../icp/visible-text.ts';
import * as say from '../../messages/history.ts';
import { sourceText } from '../../messages/people.ts';
import type { Act } from './acts-of.ts';
import type { FieldShapes } from './field-shapes.ts';
import { VERSION_FIELD, isReview } from './kinds-of.ts';
import type { FieldChange } from './writes-of.ts';

/** What texts of a history need to know of the portal. */
export interface Wording {
  shapes: FieldShapes;
  names: PeopleNames;
  /** IANA name; null is UTC. */
  zone: string | null;
}

/** Characters of a text that an entry repeats. */
const LONGEST = 120;

/** A title names so many changes and counts the rest. */
const NAMED = 2;

const PEOPLE = ['scored_by', 'reviewed_by', 'override_by', 'decided_by'];

/** A stored text as people read it, never empty. */
export function valueText(field: string, text: string, { shapes, names, zone }: Wording): string {
  if (text === '') return emptyText(field, shapes);
  if (field === VERSION_FIELD) return visibleLine(versionInWords(text));
  if (PEOPLE.includes(field)) return nameOf(text, names);
  const { type, fieldType, options = [] } = shapes.get(field) ?? {};
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? visibleLine(value);
  switch (type) {
    case 'enumeration':
      return fieldType === 'checkbox' ? text.split(';').map(labelOf).join(', ') : labelOf(text);
    case 'date':
      return dayInWords(text);
    case 'datetime': {
      const day = dayOfTime(zone, text);
      return day === null ? visibleLine(text) : dayInWords(day);
    }
    default:
      return isProse(field, shapes) ? quoted(text) : shortened(visibleLine(text), LONGEST);
  }
}

/** A check that was never set is open. */
function emptyText(field: string, shapes: FieldShapes): string {
  const open = shapes.get(field)?.options?.find(({ value }) => value === 'open');
  return open?.label ?? say.EMPTY_VALUE;
}

/** One change as it is shown: `4 -> 5`, `added: "Counted in May"`. */
export function changeOf(field: string, change: FieldChange, wording: Wording): HistoryChange {
  const { from, to } = change;
  const label = labelOf(field, wording);
  return { field, label, from, to, text: changeText(field, change, wording) };
}

export function labelOf(field: string, { shapes }: Pick<Wording, 'shapes'>): string {
  return shapes.get(field)?.label ?? field;
}

/** Who or what made a write, in words. */
export function whoMade({ isOurs, person, entry, source }: Act, names: PeopleNames): string {
  if (isOurs) return person === null ? say.OUR_APP : nameOf(person, names);
  const user = userName(entry, names);
  return user === null ? (sourceText(source) ?? say.otherApp(source)) : say.inHubSpot(user);
}

/** Who made a write, by name; null where nobody is known. */
export function nameOfAuthor({ isOurs, person, entry }: Act, names: PeopleNames): string | null {
  if (!isOurs) return userName(entry, names);
  return person === null ? null : nameOf(person, names);
}

/** What a write did in one line. @param changes that are shown of it */
export function titleOf(act: Act, lane: HistoryLane | null, changes: readonly HistoryChange[]): string {
  if (act.kinds.includes('emptied')) return say.SCORECARD_EMPTIED;
  if (lane !== null) return laneText(lane);
  const decision = act.changes.get('decision')?.to;
  if (act.kinds.includes('decided') && isDecision(decision))
    return say.decidedTo(decisionLabel(decision), act.changes.get('decision_quarter')?.to ?? '');
  const texts = changes.map(({ label, text }) => `${label}: ${text}`);
  if (act.kinds.includes('repaired') && texts.length === 0) return say.VERDICT_REPAIRED;
  if (isReview(act) && act.kinds.length === 1) return say.YEARLY_REVIEW;
  const named = texts.slice(0, NAMED).join(', ');
  return texts.length > NAMED ? say.andMore(named, texts.length - NAMED) : named;
}

/** `Fast lane -> Deep` */
function laneText({ from, to }: HistoryLane): string {
  const before = from === null ? say.NOT_SCORED : from === 'unknown' ? say.UNKNOWN_VALUE : LANE_LABELS[from];
  return say.fromTo(before, to === null ? say.NO_VERDICT : LANE_LABELS[to]);
}

function changeText(field: string, { from, to }: FieldChange, wording: Wording): string {
  const [after, isText] = [valueText(field, to, wording), isProse(field, wording.shapes)];
  if (from === null) return say.fromTo(say.UNKNOWN_VALUE, after);
  const before = valueText(field, from, wording);
  if (isText && from === '') return say.added(after);
  return isText && to === '' ? say.removed(before) : say.fromTo(before, after);
}

function isProse(field: string, shapes: FieldShapes): boolean {
  return shapes.get(field)?.fieldType === 'textarea';
}

function quoted(text: string): string {
  return `"${shortened(visibleLine(text).trim(), LONGEST)}"`;
}

function nameOf(address: string, names: PeopleNames): string {
  return names.get(address.trim().toLowerCase()) ?? shortened(visibleLine(address), LONGEST);
}

/** The owner who is the HubSpot user of an edit in HubSpot. Source: HubSpot's histories name `userId:7`. */
function userName({ sourceType, sourceId }: Act['entry'], names: PeopleNames): string | null {
  if (sourceType !== 'CRM_UI' || sourceId === null) return null;
  const name = names.get(sourceId.toLowerCase());
  return name === undefined || isInvisible(name) ? null : name;
}
