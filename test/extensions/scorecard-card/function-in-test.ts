import { EMPTY_SCORECARD, type Scorecard } from '../../../src/icp/scorecard.ts';
import {
  EMPTY_VALUES,
  type Field,
  type FieldValue,
  fieldsOfAll,
  sameValue,
} from '../../../src/icp/fields.ts';
import { GUIDANCE } from '../../../src/icp/guidance.ts';
import { PARTNER_TYPES, isPartnerType } from '../../../src/icp/partner-types.ts';
import { type Profile, versionKey } from '../../../src/icp/profile.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { currentProfile } from '../../../src/icp/profile-versions.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { isOfOneType } from '../../../src/icp/type-change.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type {
  Change,
  Conflict,
  SaveAnswer,
  ScorecardRecord,
  WantedChange,
} from '../../../src/contract/scorecard-record.ts';
import { verdict } from '../../../src/icp/verdict.ts';

export const TODAY = '2026-11-22';

/** What a call of the card said. */
export interface Call {
  name: string;
  operation: string;
  input: { companyId: string; changes?: Record<string, WantedChange>; by?: string; type?: string };
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
  answer(call: Call): unknown;
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
    guidance: GUIDANCE,
    changes: {},
    trail: { scoredBy: null, scoredAt: null, previousLane: null, laneChangedAt: null, reviewDue: null },
    asOf: TODAY,
    ...rest,
  });
}

/** As the function leaves a record: a first rating starts the scorecard under the type that is set, or the one in sight. */
function judged(record: ScorecardRecord): ScorecardRecord {
  const { profile, profileVersion, scorecard, state } = record;
  const isRated = profile.dimensions.some(({ key }) => ratingOf(scorecard.ratings, key) !== null);
  if (state === 'unjudgeable' || (!isRated && profileVersion === null)) return record;
  const typed = { ...scorecard, type: scorecard.type ?? profile.type };
  return {
    ...record,
    state: 'judged',
    profileVersion: profileVersion ?? versionKey(profile),
    scorecard: typed,
    verdict: verdict(typed, profile, record.asOf),
  };
}

/** The record under another type: its profile, stamped where one was stamped before. */
function underType(record: ScorecardRecord, type: FieldValue, toConfirm: readonly string[]): ScorecardRecord {
  const profile = isPartnerType(type) ? currentProfile(SHIPPED_PROFILES, type) : null;
  if (profile === null || profile.type === record.profile.type) return record;
  const profileVersion = record.profileVersion === null ? null : versionKey(profile);
  return { ...record, profile, profileVersion, toConfirm };
}

const FIELDS: readonly Field[] = fieldsOfAll(SHIPPED_PROFILES);

/** Serves `hubspot.serverless` from this record. */
export function serve(record: ScorecardRecord): FunctionInTest {
  const doors: Door[] = [];
  let stored = record;
  const set = (name: string, value: FieldValue, change: Change) => {
    const field = FIELDS.find((each) => each.name === name);
    if (field === undefined) throw new Error(`no field ${name}`);
    const changes = { ...stored.changes, [name]: change };
    const isConfirmed = name === 'people' || name === 'people_evidence';
    const toConfirm = isConfirmed ? [] : stored.toConfirm;
    stored = judged({ ...stored, scorecard: field.set(stored.scorecard, value), changes, toConfirm });
  };
  /** A change of type goes whole or not at all, as plan-save.ts has it. */
  const save = (changes: Record<string, WantedChange>, by: string): unknown => {
    const asked = changes['partner_type'];
    const from = stored.profileVersion === null ? stored.scorecard.type : stored.profile.type;
    const isMoving = asked !== undefined && asked.value !== stored.scorecard.type;
    const isChange = isMoving && from !== null && asked.value !== from;
    const conflicts: Conflict[] = [];
    const due: Conflict[] = [];
    for (const [name, wanted] of Object.entries(changes)) {
      const field = FIELDS.find((each) => each.name === name);
      if (field === undefined) return refusal(name, 'there is no such field');
      const found = field.get(stored.scorecard);
      if (sameValue(found, wanted.value)) continue;
      const conflict = { field: name, seen: wanted.seen, wanted: wanted.value, found };
      const list = sameValue(found, wanted.seen) ? due : conflicts;
      list.push({ ...conflict, change: stored.changes[name] ?? null });
    }
    const isHeld = conflicts.some(
      ({ field }) => field === 'partner_type' || (isChange && isOfOneType(field)),
    );
    if (isHeld) return answered([...conflicts, ...due]);
    const left = FIELDS.filter(
      ({ name, kind, get }) =>
        isChange &&
        isOfOneType(name) &&
        changes[name] === undefined &&
        !sameValue(get(stored.scorecard), EMPTY_VALUES[kind]),
    );
    if (left.length > 0) return refusal('partner_type', `empties ${left.map(({ name }) => name).join()}`);
    if (isMoving && !isPartnerType(asked.value)) return refusal('partner_type', 'a scorecard needs a type');
    if (isMoving && !stored.readyTypes.some((type) => type === asked.value))
      return refusal('partner_type', 'an admin runs icp install');
    const change = { by, at: `${TODAY}T10:00:00Z`, source: 'our app' };
    const isPeopleRated = isChange && ratingOf(stored.scorecard.ratings, 'people') !== null;
    if (isMoving) stored = underType(stored, asked.value, isPeopleRated ? ['people'] : []);
    for (const { field, wanted } of due) set(field, wanted, change);
    return answered(conflicts);
  };
  const answered = (conflicts: readonly Conflict[]): { answer: SaveAnswer } => ({
    answer: { ...stored, conflicts, overwrote: [], deals: null },
  });
  const served: FunctionInTest = {
    calls: [],
    saves: () => served.calls.flatMap(({ input }) => (input.changes === undefined ? [] : [input.changes])),
    next: (door) => doors.push(door),
    change: (name, value, by = 'ben@example.com') => {
      if (name === 'partner_type') stored = underType(stored, value, stored.toConfirm);
      set(name, value, { by, at: `${TODAY}T09:00:00Z`, source: 'our app' });
    },
    answer: ({ operation, input }) => {
      if (operation === 'save-scorecard') return save(input.changes ?? {}, input.by ?? '');
      if (operation === 'show-profile') return { answer: profileOf(input.type) };
      if (operation === 'clear-scorecard') {
        stored = {
          ...stored,
          scorecard: EMPTY_SCORECARD,
          profileVersion: null,
          state: 'never-scored',
          verdict: null,
        };
        return answered([]);
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

function refusal(field: string, message: string) {
  return { error: { code: 'invalid-input', message, field } };
}

/** The shipped profile of a type. */
export function profileOf(type: unknown): Profile {
  const profile = SHIPPED_PROFILES.find((each) => each.type === type);
  if (profile === undefined) throw new Error(`no profile of ${String(type)}`);
  return profile;
}
