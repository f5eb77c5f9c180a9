import * as z from 'zod';

import { dayOfTime } from '../../icp/day-in.ts';
import { isDay } from '../../icp/field-values.ts';
import { type Quarter, isQuarter } from '../../icp/quarter.ts';
import { BAD_DUE, BAD_OWNER, BAD_QUARTER } from '../../messages/actions.ts';

/** An input that was left empty: HubSpot sends nothing, null or an empty text. */
const asText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim());

/** A day, `YYYY-MM-DD`, or null. HubSpot sends a date as the milliseconds of its midnight in UTC. */
export const Due = asText.transform((text, context) => {
  if (text === '') return null;
  const day = /^\d+$/.test(text) ? dayOfTime('UTC', text) : text;
  if (day !== null && isDay(day)) return day;
  context.addIssue({ code: 'custom', message: BAD_DUE });
  return z.NEVER;
});

/** The id of an owner, or null. */
export const Owner = asText.transform((text, context) => {
  if (text === '') return null;
  if (/^\d{1,20}$/.test(text)) return text;
  context.addIssue({ code: 'custom', message: BAD_OWNER });
  return z.NEVER;
});

/** A quarter, or null for that of today. */
export const QuarterOrNow = asText.transform((text, context): Quarter | null => {
  if (text === '') return null;
  if (isQuarter(text)) return text;
  context.addIssue({ code: 'custom', message: BAD_QUARTER });
  return z.NEVER;
});

/** An input that may not be left empty. */
export function given<Value>(input: z.ZodType<Value | null>, message: string) {
  return input.transform((value, context): Value => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
