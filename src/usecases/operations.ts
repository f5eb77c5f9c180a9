import * as z from 'zod';

import { clearScorecard } from './clear-scorecard.ts';
import type { Context } from './context.ts';
import { type Failure, failureOf } from './failure.ts';
import { loadScorecard } from './load-scorecard.ts';
import { Refused } from './refused.ts';
import { saveScorecard } from './save-scorecard.ts';

const CompanyId = z
  .union([z.string(), z.int().positive().transform(String)], 'the id of a company record, digits only')
  .refine((id) => /^\d{1,20}$/.test(id), 'the id of a company record, digits only');
const Person = z.string('who does it, for the record').trim().min(1, 'who does it, for the record').max(320);

/** What a door may be asked for. Doors mount this table. Each takes what came through the door and throws on bad input. */
export const OPERATIONS = {
  'load-scorecard': operation(z.strictObject({ companyId: CompanyId }), loadScorecard),
  'save-scorecard': operation(
    z.strictObject({
      companyId: CompanyId,
      changes: z.record(z.string(), z.strictObject({ seen: z.unknown(), value: z.unknown() })),
      by: Person,
    }),
    saveScorecard,
  ),
  'clear-scorecard': operation(z.strictObject({ companyId: CompanyId, by: Person }), clearScorecard),
};

/** What every door answers. */
export type Answer = { answer: unknown } | { error: Failure };

/** What a door is called with. */
const Call = z.object({ operation: z.unknown(), input: z.unknown() });

/**
 * Answers one call, `{operation, input}`. Never throws: a failure is an answer with a code and a sentence.
 *
 * @param connect builds the context; it may throw, for example on missing settings
 */
export async function answerCall(connect: () => Context, call: unknown): Promise<Answer> {
  try {
    const { data: { operation: name, input } = {} } = Call.safeParse(call);
    const run = Object.entries(OPERATIONS).find(([known]) => known === name)?.[1];
    if (run === undefined)
      throw new Refused('invalid-input', `operation: choose one of ${Object.keys(OPERATIONS).join(', ')}.`, {
        field: 'operation',
      });
    return { answer: await run(connect, input) };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

function operation<Input, Output>(
  schema: z.ZodType<Input>,
  useCase: (context: Context, input: Input) => Promise<Output>,
): (connect: () => Context, input: unknown) => Promise<Output> {
  return async (connect, input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw invalidInput(parsed.error);
    return useCase(connect(), parsed.data);
  };
}

function invalidInput(error: z.ZodError): Refused {
  const faults = error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const field = [...issue.path, ...unknown].map(String).join('.');
    return {
      field,
      sentence: unknown.length > 0 ? `${field}: not accepted here` : `${field || 'input'}: ${issue.message}`,
    };
  });
  const field = faults[0]?.field ?? 'input';
  const sentences = faults.map(({ sentence }) => sentence).join('; ');
  return new Refused('invalid-input', `${sentences}. Nothing was written.`, { field, cause: error });
}
