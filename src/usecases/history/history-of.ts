import type { HistoryEntry, HistoryLane, ScorecardHistory } from '../../contract/history.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { NO_VERDICT } from '../../crm/verdict-fields.ts';
import { dayIn, timeIn } from '../../icp/day-in.ts';
import { LANES, type LaneOrUndecided } from '../../icp/lanes.ts';
import { NO_OLDER_ENTRIES } from '../../messages/history.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { type Act, actsOf } from './acts-of.ts';
import { fieldShapes } from './field-shapes.ts';
import { type Wording, changeOf, nameOfAuthor, titleOf, whoMade } from './history-texts.ts';
import { HISTORY_KINDS, VERSION_FIELD, isRejudging, isTelling } from './kinds-of.ts';
import { type FieldChange, cutFields } from './writes-of.ts';

/** Of a verdict that our app wrote, what is shown beside the lane. */
const SHOWN_OF_VERDICT = ['total', 'clearance'];

/** Who decided or reviewed when: the entry itself says so where our app wrote it. */
const STAMPS = ['decided_by', 'decided_at', 'reviewed_by', 'reviewed_at'];

/** The history of a record without what can be undone. */
export type EntriesOf = Omit<ScorecardHistory, 'undo' | 'noUndo'>;

/** Who changed what on a record, newest first. Writes of nothing but trail are left out. */
export function historyOf(
  record: CompanyRecord,
  context: Pick<Context, 'profiles'>,
  names: PeopleNames,
  acts: readonly Act[] = actsOf(record, context),
): EntriesOf {
  const wording = { shapes: fieldShapes(context.profiles), names, zone: record.zone };
  const entries = acts.filter(({ kinds }) => kinds.length > 0).map((act) => entryOf(act, wording));
  const isCut = Object.keys(record.history).some(cutFields(record.history));
  return {
    companyId: record.id,
    companyName: companyNameOf(record),
    entries,
    kinds: HISTORY_KINDS.filter(({ key }) => entries.some(({ kinds }) => kinds.includes(key))),
    isCut,
    end: isCut ? NO_OLDER_ENTRIES : '',
  };
}

function entryOf(act: Act, wording: Wording): HistoryEntry {
  const { entry, key, source, kinds } = act;
  const at = new Date(entry.timestamp);
  const lane = laneOf(act);
  const changes = shownChanges(act, wording).map(([field, change]) => changeOf(field, change, wording));
  return {
    ...{ at: entry.timestamp, on: dayIn(wording.zone, at), time: timeIn(wording.zone, at), key },
    ...{ by: nameOfAuthor(act, wording.names), who: whoMade(act, wording.names), source, kinds },
    ...{ title: titleOf(act, lane, changes), lane, changes },
  };
}

/** What is shown of a write, in the order of the properties, the verdict last. The lane stands apart. */
function shownChanges(act: Act, { shapes }: Wording): [string, FieldChange][] {
  const isShown = (field: string) => {
    if (field === 'lane' || !isTelling(field)) return false;
    if (!act.isOurs) return true;
    if (field === VERSION_FIELD) return isRejudging(act);
    if (isOfVerdict(field)) return SHOWN_OF_VERDICT.includes(field);
    return !STAMPS.includes(field);
  };
  const shown = [...shapes.keys()].flatMap((field): [string, FieldChange][] => {
    const change = act.changes.get(field);
    return change === undefined || !isShown(field) ? [] : [[field, change]];
  });
  return [
    ...shown.filter(([field]) => !isOfVerdict(field)),
    ...shown.filter(([field]) => isOfVerdict(field)),
  ];
}

function isOfVerdict(field: string): boolean {
  return NO_VERDICT[field] !== undefined;
}

function laneOf({ changes, cause }: Act): HistoryLane | null {
  const change = changes.get('lane');
  if (change === undefined) return null;
  const from = change.from === null ? 'unknown' : laneIn(change.from);
  return { from, to: laneIn(change.to), cause };
}

function laneIn(text: string): LaneOrUndecided | null {
  return [...LANES, 'undecided' as const].find((lane) => lane === text) ?? null;
}
