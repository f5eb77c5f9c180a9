import { EMPTY_SCORECARD, type Scorecard } from '../../../src/icp/scorecard.ts';
import { type FieldValue, fieldsOf, sameValue } from '../../../src/icp/fields.ts';
import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type {
  Change,
  Conflict,
  SaveAnswer,
  ScorecardRecord,
  WantedChange,
} from '../../../src/icp/scorecard-record.ts';
import { verdict } from '../../../src/icp/verdict.ts';

export const TODAY = '2026-11-22';

/** What a call of the card said. */
export interface Call {
  name: string;
  operation: string;
  input: { companyId: string; changes?: Record<string, WantedChange>; by?: string };
}

type Door = (call: Call) => unknown;

/** The app's function as far as the card can tell: it keeps one company, judged by the real core. */
export interface FunctionInTest {
  calls: Call[];
  saves(): Record<string, WantedChange>[];
  /** Lets the next call end in another way. */
  next(door: Door): void;
  /** Somebody changes a field outside the card. */
  change(name: string, value: FieldValue, by?: string): void;
  /** The ordinary answer to a call, for answers that come late or in another shape. */
  answer(call: Call): { answer: ScorecardRecord };
}

/** A record of a company whose scorecard holds this much. */
export function recordOf(
  scorecard: Partial<Scorecard> = {},
  rest: Partial<ScorecardRecord> = {},
): ScorecardRecord {
  return judged({
    companyId: '123',
    companyName: 'Larkspur Flow',
    state: 'never-scored',
    profile: technology,
    profileVersion: null,
    scorecard: { ...EMPTY_SCORECARD, ...scorecard },
    verdict: null,
    drift: [],
    problems: [],
    missing: [],
    readyTypes: PARTNER_TYPES.map(({ key }) => key),
    toConfirm: [],
    changes: {},
    trail: { scoredBy: null, scoredAt: null, previousLane: null, laneChangedAt: null, reviewDue: null },
    asOf: TODAY,
    ...rest,
  });
}

function judged(record: ScorecardRecord): ScorecardRecord {
  const isRated = record.profile.dimensions.some(
    ({ key }) => ratingOf(record.scorecard.ratings, key) !== null,
  );
  if (!isRated || record.state === 'unjudgeable') return record;
  return {
    ...record,
    state: 'judged',
    profileVersion: 'technology@0',
    verdict: verdict(record.scorecard, record.profile, record.asOf),
  };
}

/** Serves `hubspot.serverless` from this record. */
export function serve(record: ScorecardRecord): FunctionInTest {
  const doors: Door[] = [];
  let stored = record;
  const set = (name: string, value: FieldValue, change: Change) => {
    const field = fieldsOf(stored.profile).find((each) => each.name === name);
    if (field === undefined) throw new Error(`no field ${name}`);
    const changes = { ...stored.changes, [name]: change };
    stored = judged({ ...stored, scorecard: field.set(stored.scorecard, value), changes });
  };
  const save = (changes: Record<string, WantedChange>, by: string): SaveAnswer => {
    const conflicts: Conflict[] = [];
    for (const field of fieldsOf(stored.profile)) {
      const { name } = field;
      const wanted = changes[name];
      if (wanted === undefined) continue;
      const found = field.get(stored.scorecard);
      if (sameValue(found, wanted.seen) || sameValue(found, wanted.value))
        set(name, wanted.value, { by, at: `${TODAY}T10:00:00Z`, source: 'our app' });
      else
        conflicts.push({
          field: name,
          ...wanted,
          wanted: wanted.value,
          found,
          change: stored.changes[name] ?? null,
        });
    }
    return { ...stored, conflicts, overwrote: [], deals: null };
  };
  const served: FunctionInTest = {
    calls: [],
    saves: () => served.calls.flatMap(({ input }) => (input.changes === undefined ? [] : [input.changes])),
    next: (door) => doors.push(door),
    change: (name, value, by = 'ben@example.com') =>
      set(name, value, { by, at: `${TODAY}T09:00:00Z`, source: 'our app' }),
    answer: ({ operation, input }) => {
      if (operation === 'save-scorecard') return { answer: save(input.changes ?? {}, input.by ?? '') };
      if (operation === 'clear-scorecard') {
        stored = { ...stored, scorecard: EMPTY_SCORECARD, state: 'never-scored', verdict: null };
        return { answer: { ...stored, conflicts: [], overwrote: [] } as ScorecardRecord };
      }
      return { answer: stored };
    },
  };
  // HubSpot injects both names into the worker that a card runs in.
  Object.assign(globalThis, {
    self: globalThis,
    serverless: (name: string, { parameters }: { parameters: Omit<Call, 'name'> }) => {
      const call = { name, ...structuredClone(parameters) };
      served.calls.push(call);
      return Promise.resolve().then(() => (doors.shift() ?? served.answer)(call));
    },
  });
  return served;
}
