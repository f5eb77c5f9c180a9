import * as z from 'zod';

import type { Operations } from '../contract/operations.ts';
import { type Quarter, isQuarter } from '../icp/quarter.ts';
import { NO_QUARTER } from '../messages/decisions.ts';
import { clearScorecard } from './scorecard/clear.ts';
import type { Context } from './context.ts';
import { type Failure, bugReport, failureOf } from './failure.ts';
import { decide } from './decisions/decide.ts';
import { readSlots } from './decisions/read-slots.ts';
import { meetingText } from './meeting/meeting-text.ts';
import { discardDraft } from './drafts/discard-draft.ts';
import { DISCARD, Drafts, FIND, KEEP, User } from './drafts/draft-inputs.ts';
import { findDrafts } from './drafts/find-drafts.ts';
import { countFact, gatherFacts } from './facts/gather-facts.ts';
import { readFactSources } from './facts/read-fact-sources.ts';
import { setContactRole } from './facts/set-contact-role.ts';
import { testFactSources } from './facts/test-fact-sources.ts';
import { readHistory } from './history/read-history.ts';
import { undoSave } from './history/undo-save.ts';
import { CONTACT_ROLES } from '../icp/crm-facts.ts';
import { keepDraft } from './drafts/keep-draft.ts';
import { loadScorecard } from './scorecard/load.ts';
import { CompanyId, Person, Type } from './inputs.ts';
import * as policyInput from './policy/inputs.ts';
import { loadPolicy } from './policy/load-policy.ts';
import { discardProfileDraft, saveProfileDraft } from './policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from './policy/publish.ts';
import { discardSettingsDraft, publishSettings, saveSettingsDraft } from './policy/settings.ts';
import { showProfileOf } from './policy/show-profile.ts';
import { readPortfolio } from './policy/read-portfolio.ts';
import { readPeople } from './policy/read-people.ts';
import { rejudgeScorecard } from './policy/rejudge.ts';
import { rejudgePage } from './policy/rejudge-page.ts';
import { findRecord } from './scorecard/find-record.ts';
import { OTHER_RECORD } from '../messages/scorecard.ts';
import { Refused } from './refused.ts';
import type { SignedPerson } from '../contract/signed-person.ts';
import { asPerson } from './require-person.ts';
import { saveScorecard } from './scorecard/save.ts';

const Change = z.strictObject({ seen: z.unknown(), value: z.unknown() }, 'give {seen, value}');
const Version = z.string('name the version of a profile').max(100);
const NO_FIELD = '__proto__';
/** Zod drops a key of this name silently. */
const Changes = z
  .unknown()
  .refine(
    (changes) => typeof changes !== 'object' || changes === null || !Object.hasOwn(changes, NO_FIELD),
    `${NO_FIELD} is no field`,
  )
  .pipe(z.record(z.string().max(100), Change, 'give {field: {seen, value}}'));
const DecisionChanges = z.strictObject(
  {
    decision: Change,
    decision_quarter: Change,
    decision_reason: Change,
    ask_again_on: Change,
    decided_at: Change,
  },
  'give each field of the decision as {seen, value}',
);
const QuarterName = z.custom<Quarter>(isQuarter, NO_QUARTER);
const Reviewed = z.literal(true, 'give true for the yearly review, or leave it out').optional();
const ROLES = CONTACT_ROLES.map(({ key }) => key);
const INPUT = 'give an object with companyId';

/**
 * What a repeat of a call does. `once`: it must not be carried out again, since it would add something, or answer otherwise:
 * a save tells what it has written over. Left out: it reads, or leaves the same values and says the same.
 */
type Acts = 'once';

/** How one operation is answered: by which schema its input is read, and which use case runs. */
interface Operation<Input, Answer> {
  acts?: Acts;
  schema: z.ZodType<Input>;
  run: (context: Context, input: Input) => Answer | Promise<Answer>;
}

type Run<Name extends keyof Operations> = (
  context: Context,
  input: Operations[Name]['input'],
) => Operations[Name]['answer'] | Promise<Operations[Name]['answer']>;

/** What a door may be asked for: the contract's operations, each with the schema of its input. */
export const OPERATIONS = {
  'load-scorecard': operation(
    z.strictObject({ companyId: CompanyId, user: User.optional() }, INPUT),
    loadScorecard,
  ),
  'save-scorecard': operation(
    z.strictObject(
      { companyId: CompanyId, changes: Changes, by: Person, reviewed: Reviewed, drafts: Drafts.optional() },
      INPUT,
    ),
    saveScorecard,
    'once',
  ),
  'rejudge-scorecard': operation(
    z.strictObject({ companyId: CompanyId, by: Person, to: Version }, INPUT),
    rejudgeScorecard,
    'once',
  ),
  'read-portfolio': operation(
    z.strictObject({ type: Type, after: CompanyId.optional() }, 'give an object with type'),
    readPortfolio,
  ),
  'clear-scorecard': operation(
    z.strictObject({ companyId: CompanyId, by: Person, drafts: Drafts.optional() }, INPUT),
    clearScorecard,
    'once',
  ),
  decide: operation(
    z.strictObject(
      { companyId: CompanyId, changes: DecisionChanges, basis: z.string().max(500), by: Person },
      INPUT,
    ),
    decide,
    'once',
  ),
  'read-slots': operation(
    z.strictObject(
      { companyId: CompanyId, quarter: QuarterName, decided: z.iso.datetime().optional() },
      INPUT,
    ),
    (context, { companyId, quarter, decided }) =>
      readSlots(context, {
        quarter,
        ...(decided !== undefined && { decided: { companyId, at: decided } }),
      }),
  ),
  'meeting-page': operation(z.strictObject({ companyId: CompanyId }, INPUT), meetingText),
  'gather-facts': operation(z.strictObject({ companyId: CompanyId }, INPUT), gatherFacts),
  'count-fact': operation(
    z.strictObject({ companyId: CompanyId, fact: z.enum(['shared-customers', 'companies-asking']) }, INPUT),
    countFact,
  ),
  'set-contact-role': operation(
    z.strictObject(
      { companyId: CompanyId, contactId: CompanyId, role: z.enum(ROLES), isSet: z.boolean() },
      INPUT,
    ),
    setContactRole,
    'once',
  ),
  'read-history': operation(z.strictObject({ companyId: CompanyId }, INPUT), readHistory),
  'undo-save': operation(
    z.strictObject(
      { companyId: CompanyId, save: z.string().max(300), by: Person, drafts: Drafts.optional() },
      INPUT,
    ),
    undoSave,
    'once',
  ),
  'read-fact-sources': operation(policyInput.LoadPolicy, readFactSources),
  'test-fact-sources': operation(policyInput.TestFactSources, testFactSources),
  'keep-draft': operation(z.strictObject({ companyId: CompanyId, by: Person, ...KEEP }, INPUT), keepDraft),
  'discard-draft': operation(z.strictObject({ companyId: CompanyId, ...DISCARD }, INPUT), discardDraft),
  'find-drafts': operation(z.strictObject({ companyId: CompanyId, ...FIND }, INPUT), findDrafts),
  'show-profile': operation(policyInput.ShowProfile, showProfileOf),
  'load-policy': operation(policyInput.LoadPolicy, loadPolicy),
  'save-profile-draft': operation(policyInput.SaveProfileDraft, saveProfileDraft, 'once'),
  'discard-profile-draft': operation(policyInput.DiscardProfileDraft, discardProfileDraft),
  'publish-profile': operation(policyInput.PublishProfile, publishProfile, 'once'),
  'roll-back-profile': operation(policyInput.RollBackProfile, rollBackProfile, 'once'),
  'save-settings-draft': operation(policyInput.SaveSettingsDraft, saveSettingsDraft, 'once'),
  'discard-settings-draft': operation(policyInput.DiscardSettingsDraft, discardSettingsDraft),
  'publish-settings': operation(policyInput.PublishSettings, publishSettings, 'once'),
  'read-people': operation(policyInput.LoadPolicy, readPeople),
  rejudge: operation(policyInput.Rejudge, rejudgePage, 'once'),
} satisfies { [Name in keyof Operations]: { run: Run<Name> } };

/** What every door answers. */
export type Answer = { answer: unknown } | { error: Failure };

/** What a door is called with. */
const Call = z.object({ operation: z.unknown(), input: z.unknown().optional() });

/**
 * Runs one operation for a caller that knows its name, and throws what fails.
 *
 * @param input as it came through the door: nothing about it is known
 * @throws Refused `invalid-input` before the context is opened
 */
export async function runOperation<Name extends keyof Operations>(
  name: Name,
  connect: () => Context,
  input: unknown,
  { record, person }: Pick<Door, 'record' | 'person'> = {},
): Promise<Operations[Name]['answer']> {
  // The table satisfies the contract, so that the answer is the one of this name.
  const { schema, run } = OPERATIONS[name] as Operation<unknown, Operations[Name]['answer']>;
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalidInput(parsed.error);
  const { data } = parsed;
  const asked = person === undefined ? data : asPerson(data, person);
  const context = connect();
  if (record !== undefined) await requireRecord(context, asked, record);
  return run(context, asked);
}

/** What a door knows of a call. */
interface Door {
  /**
   * The id of the record that the card stands on, as HubSpot itself sends it; null when HubSpot sent none. Left out by a
   * door that is not a card's.
   */
  record?: string | null;
  /** Who calls, where HubSpot has signed it. The input may name nobody else. */
  person?: SignedPerson;
  /** Told of bugs; the caller gets a sentence instead. */
  report?: (bug: unknown) => void;
}

/**
 * A card acts on the record that it stands on and on no other. An id of a company that was merged away means the survivor.
 *
 * @throws Refused
 */
async function requireRecord(context: Context, input: unknown, record: string | null): Promise<void> {
  const { data: { companyId } = {} } = OfCompany.safeParse(input);
  if (companyId === undefined || companyId === record) return;
  const isSame = record !== null && (await findRecord(context, companyId)).id === record;
  if (!isSame) throw new Refused('invalid-input', OTHER_RECORD, { field: 'companyId' });
}

const OfCompany = z.object({ companyId: z.string() });

/**
 * Answers one call, `{operation, input}`. Never throws: a failure is an answer with a code and a sentence.
 *
 * @param connect builds the context; it may throw, for example on missing settings
 */
export async function answerCall(
  connect: () => Context,
  call: unknown,
  { report = (bug) => console.error(bugReport(bug)), ...door }: Door = {},
): Promise<Answer> {
  try {
    const { data: { operation: name, input } = {} } = Call.safeParse(call);
    if (!isOperation(name))
      throw new Refused('invalid-input', `operation: choose one of ${Object.keys(OPERATIONS).join(', ')}.`, {
        field: 'operation',
      });
    return { answer: await runOperation(name, connect, input, door) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'bug') report(error);
    return { error: failure };
  }
}

/** Whether there is an operation of this name. */
export function isOperation(name: unknown): name is keyof Operations {
  return Object.keys(OPERATIONS).some((known) => known === name);
}

/** Whether a repeat of a call with the same request id is answered as before, and not carried out. */
export function actsOnce(name: keyof Operations): boolean {
  return OPERATIONS[name].acts === 'once';
}

function operation<Input, Answer>(
  schema: z.ZodType<Input>,
  run: Operation<Input, Answer>['run'],
  acts?: Acts,
): Operation<Input, Answer> {
  return { schema, run, ...(acts && { acts }) };
}

/** Names come from the caller and may be of any length: what is said of them is not. */
function invalidInput(error: z.ZodError): Refused {
  const faults = error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const field = [...issue.path, ...unknown].map(String).join('.').slice(0, 100) || 'input';
    return { field, sentence: `${field}: ${unknown.length > 0 ? 'not accepted here' : issue.message}` };
  });
  const sentences = faults.map(({ sentence }) => sentence).join('; ');
  return new Refused('invalid-input', `${sentences.slice(0, 500)}. Nothing was written.`, {
    field: faults[0]?.field ?? 'input',
    cause: error,
  });
}
