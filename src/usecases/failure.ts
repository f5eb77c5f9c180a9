import { inspect } from 'node:util';

import { visibleLine } from '../icp/visible-text.ts';
import { CrmError, type CrmErrorCode } from '../crm/client/errors.ts';
import { Refused, type RefusalCode } from './refused.ts';
import { BUG } from '../messages/scorecard.ts';

/** What a door answers when a use case did not come through. */
export interface Failure {
  code: CrmErrorCode | RefusalCode | 'bug';
  /** What to do next, in words for the person who asked. */
  message: string;
  /** The field or property at fault, where there is one. */
  field?: string;
  correlationId?: string;
}

/** What a failed use case says to its caller. The only place where errors become text. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refused)
    return {
      code: error.code,
      message: error.message,
      ...(error.field !== undefined && { field: error.field }),
    };
  if (error instanceof CrmError)
    return {
      code: error.code,
      message: error.message,
      ...(error.property !== undefined && { field: error.property }),
      ...(error.correlationId !== undefined && { correlationId: error.correlationId }),
    };
  return {
    code: 'bug',
    message: BUG,
  };
}

/** A bug with its stack and its causes, for a log: each line is safe to print. */
export function bugReport(bug: unknown): string {
  return inspect(bug).split('\n').map(visibleLine).join('\n');
}
