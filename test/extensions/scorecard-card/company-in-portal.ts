import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import { type Field, type FieldValue, fieldsOfAll } from '../../../src/icp/fields.ts';
import type { PartnerType } from '../../../src/icp/partner-types.ts';
import { type Profile, currentProfile } from '../../../src/icp/profile.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../../src/icp/scorecard.ts';
import { SHIPPED, SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { TYPE_FIELD, typeChange } from '../../../src/icp/type-change.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { answerCall, runOperation } from '../../../src/usecases/answer-call.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import type { Answer } from './serve-function.ts';

export const TODAY = '2026-11-22';
export const TODAY_IN_WORDS = '22 November 2026';

/** Values by field name: `{strategic_fit: 4, strategic_fit_evidence: 'Line 3 of the plan'}`. */
export type Values = Readonly<Record<string, FieldValue>>;

/** A company in the sandbox, and the app's function as it answers there. */
export interface Company {
  id: string;
  portal: Portal;
  answer: Answer;
  record(): Promise<ScorecardRecord>;
  /** Somebody saves other values through the app. */
  save(values: Values, by?: string): Promise<void>;
  /** Somebody writes properties past the app. */
  edit(properties: Record<string, string>): Promise<void>;
}

interface Surroundings {
  /** The portal of the test file when left out. */
  portal?: Portal;
  /** What the function works with, where it is not the ordinary context of the portal. */
  context?: Partial<Context>;
  /** Properties that the company is created with, past the app. */
  created?: Record<string, string>;
}

let portalOfFile: Portal;
let time = 0;

beforeAll(async () => {
  portalOfFile = await openPortal({ now });
});
beforeEach(() => {
  setClock(`${TODAY}T06:00:00Z`);
});
afterAll(() => portalOfFile.close());

/** Each look at the clock is a second later than the one before, so that a history has an order. */
export function now(): Date {
  time += 1_000;
  return new Date(time);
}

export function setClock(iso: string): void {
  time = Date.parse(iso);
}

/** Creates a company. Its scorecard is saved by Ben, or never started where no values are given. */
export async function createCompany(
  values: Values = {},
  { portal = portalOfFile, context: other = {}, created = {} }: Surroundings = {},
): Promise<Company> {
  const id = await portal.createCompany({ name: 'Larkspur Flow', ...created });
  const context = { ...portal.context, ...other };
  const record = () => runOperation('load-scorecard', () => context, { companyId: id });
  const save = async (wanted: Values, by?: string) => saveOver((await record()).scorecard, wanted, by);
  const saveOver = async (scorecard: Scorecard, wanted: Values, by = 'ben@example.com') => {
    const isOtherType = scorecard.type !== null && wanted[TYPE_FIELD] !== undefined;
    const changes = Object.fromEntries(
      Object.entries(wanted).map(([name, value]) => [name, { seen: field(name).get(scorecard), value }]),
    );
    // past what the test lets happen to the card's own calls
    const whole = isOtherType ? { ...typeChange(scorecard), ...changes } : changes;
    await runOperation('save-scorecard', () => portal.context, { companyId: id, changes: whole, by });
  };
  if (Object.keys(values).length > 0) await saveOver(EMPTY_SCORECARD, values);
  return {
    id,
    portal,
    // as JSON, the way it leaves the function
    answer: async (call) => JSON.parse(JSON.stringify(await answerCall(() => context, call))) as unknown,
    record,
    save,
    edit: (properties) => editOutside(portal, id, properties),
  };
}

const FIELDS = fieldsOfAll(SHIPPED_PROFILES);

function field(name: string): Field {
  const found = FIELDS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}

/** The shipped profile of a type. */
export function profileOf(type: PartnerType): Profile {
  const profile = currentProfile(SHIPPED, type);
  if (profile === null) throw new Error(`no profile of ${type}`);
  return profile;
}
