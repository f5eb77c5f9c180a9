import type { HistoryKind } from '../../contract/history.ts';
import { authorOf } from '../../crm/authorship.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import { LANE_CHANGE_CAUSES, type LaneChangeCause } from '../../icp/lane-change.ts';
import type { Context } from '../context.ts';
import { knownFields } from '../scorecard/ready-types.ts';
import { fieldShapes, sameText } from './field-shapes.ts';
import { type KindOfField, VERSION_FIELD, changesInputs, isReview, kindsOf } from './kinds-of.ts';
import { type Write, standingAfter, writesOf } from './writes-of.ts';

/** A write, who made it through what, and what it did. */
export interface Act extends Write {
  /** What our app was told of who uses it; null for a write without a person, and for one that is not our app's. */
  person: string | null;
  /** As of `Change`. */
  source: string;
  isOurs: boolean;
  /** Empty where it wrote nothing but trail. */
  kinds: readonly HistoryKind[];
  /** Why the lane changed with it. */
  cause: LaneChangeCause | null;
}

/** The writes of a record, newest first. */
export function actsOf(record: CompanyRecord, { profiles }: Pick<Context, 'profiles'>): Act[] {
  const shapes = fieldShapes(profiles);
  const kindOf = kindsByField(profiles);
  const writes = writesOf(record.history, (...compared) => sameText(shapes, ...compared));
  return writes.map((write) => {
    const { source } = authorOf(write.entry, record);
    const isOurs = source === 'our app';
    const cause = causeOf(write, isOurs, record);
    const person = isOurs ? personOf(write, kindOf, record) : null;
    return { ...write, source, isOurs, cause, person, kinds: kindsOf({ write, isOurs, cause }, kindOf) };
  });
}

/** Of what kind the values of inputs are. */
export function kindsByField(profiles: Context['profiles']): KindOfField {
  const kinds = new Map(knownFields({ profiles }).map(({ name, kind }) => [name, kind]));
  return (field) => kinds.get(field);
}

/**
 * Our app notes the cause with each change of the lane, and HubSpot keeps no entry where the one before was the same: what
 * stood there after the write is the cause.
 */
function causeOf(write: Write, isOurs: boolean, { history }: CompanyRecord): LaneChangeCause | null {
  if (!write.changes.has('lane')) return null;
  if (!isOurs) return 'edited-in-hubspot';
  const noted = standingAfter(write, 'lane_change_cause', history);
  return LANE_CHANGE_CAUSES.find(({ key }) => key === noted)?.key ?? null;
}

/**
 * Who used our app for a write. It names the person with each act, and HubSpot keeps no entry where the one before was the
 * same: who stood there after the write did it, whoever wrote that name. Repairs name nobody.
 */
function personOf(write: Write, kindOf: KindOfField, { history }: CompanyRecord): string | null {
  const { changes } = write;
  const isSave = changes.has('scored_at') || changes.has(VERSION_FIELD) || changesInputs(write, kindOf);
  const isDecision = DECISION_FIELD_NAMES.some((field) => changes.has(field));
  const field = isDecision ? 'decided_by' : isSave ? 'scored_by' : isReview(write) ? 'reviewed_by' : null;
  const person = field === null ? '' : standingAfter(write, field, history);
  return person === undefined || person === '' ? null : person;
}
