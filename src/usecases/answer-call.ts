import * as z from 'zod';

import type { Operations } from '../contract/operations.ts';
import type { SignedPerson } from '../contract/signed-person.ts';
import { OTHER_RECORD } from '../messages/scorecard.ts';
import type { Context } from './context.ts';
import { type Failure, bugReport, failureOf } from './failure.ts';
import { OPERATIONS, type Operation, isOperation } from './operations.ts';
import { Refused } from './refused.ts';
import { asPerson } from './require-person.ts';
import { findRecord } from './scorecard/find-record.ts';

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
