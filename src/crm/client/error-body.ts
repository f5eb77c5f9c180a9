import * as z from 'zod';

import { plainLine, shortened } from '../../icp/visible-text.ts';

/** One of HubSpot's own sentences on why it refuses, with what it is about. */
export interface Reason {
  /** The property that the sentence is about; null where HubSpot names none. */
  property: string | null;
  /** In one line, without control characters. */
  message: string;
  /** `INVALID_OPTION`, `MISSING_REQUIRED_PROPERTY`, ...; null where HubSpot gives none. */
  code: string | null;
}

const text = z.string().optional().catch(undefined);
const texts = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .catch(undefined);
const Context = z.record(z.string(), texts).optional().catch(undefined);

/** HubSpot's error body, or one error of a batch. Every field may be absent. */
export const ErrorBody = z.object({
  message: text,
  category: text,
  correlationId: text,
  policyName: text,
  context: Context,
  errors: z
    .array(z.object({ message: text, code: text, context: Context }).catch({}))
    .optional()
    .catch(undefined),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

const Nested = z.object({ message: z.string(), category: z.string() });
const ValueErrors = z.array(z.object({ name: z.string(), error: text, message: text }));

/** @returns an empty body for what is no JSON: gateways answer HTML */
export function parseErrorBody(bodyText: string): ErrorBody {
  const body = ErrorBody.safeParse(parseJson(bodyText)).data ?? {};
  // some endpoints send their error as JSON inside the message of another one
  const isNested = Nested.safeParse(parseJson(body.message ?? '')).success;
  return isNested ? { ...body, ...parseErrorBody(body.message ?? '') } : body;
}

/**
 * Every reason that a body gives. HubSpot names properties in `errors`, or in a JSON list inside the message; the message
 * itself counts where there is nothing better.
 *
 * Source: responses of the CRM API to refused writes; changelog, "CRM API write validation enforcement".
 */
export function reasonsIn({ message, errors = [] }: ErrorBody): Reason[] {
  const inMessage = valueErrors(message).map(({ name, error, message: sentence }) =>
    reason(name, sentence ?? error, error),
  );
  const named = errors.flatMap(({ message: sentence, code, context }) => {
    const properties = context?.['propertyName'] ?? [null];
    return sentence === undefined ? [] : properties.map((property) => reason(property, sentence, code));
  });
  const all = [...inMessage, ...named];
  if (all.length > 0) return all;
  return message === undefined || message === '' ? [] : [reason(null, message)];
}

function valueErrors(message = ''): z.infer<typeof ValueErrors> {
  const list = message.slice(Math.max(0, message.indexOf('[{')), message.lastIndexOf(']') + 1);
  return ValueErrors.safeParse(parseJson(list)).data ?? [];
}

/** Stands where HubSpot gives no sentence. */
export const NO_REASON = 'no reason given';

function reason(property: string | null, sentence = NO_REASON, code?: string): Reason {
  return {
    property: property === null ? null : shortened(plainLine(property), LONGEST),
    message: shownSentence(sentence),
    code: code ?? null,
  };
}

/** The most characters of a sentence that is passed on. */
const LONGEST = 500;

/** HubSpot's words as they may be shown: in one line, without control characters, of bounded length, closed by a mark. */
export function shownSentence(words: string): string {
  const sentence = shortened(plainLine(words), LONGEST).trimEnd();
  return sentence === '' || /[.!?…:;]$/.test(sentence) ? sentence : `${sentence}.`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
