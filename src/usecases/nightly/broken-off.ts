import { CrmError } from '../../crm/client/errors.ts';
import { type NightlyReport, type Position, sumOf } from './report.ts';
import { DEALS_ARE_LEFT, RUN_AGAIN, goesOnBehind, nightlyBrokenOff } from '../../messages/nightly.ts';

/** A nightly run could not go on. Its message says why, how far it came and how it goes on; the report has what was done. */
export class NightlyBrokenOff extends CrmError {
  readonly report: NightlyReport;

  constructor(cause: CrmError, report: NightlyReport, left: Position) {
    const { code, message, correlationId, property, reasons } = cause;
    super(code, `${message} ${nightlyBrokenOff(...sumOf(report))} ${goOnSentence(left)}`, {
      ...{ cause, correlationId, property, reasons },
    });
    this.report = report;
  }
}

/** How a run that is not through goes on. */
export function goOnSentence({ phase, after }: Position): string {
  if (phase === 'deals') return DEALS_ARE_LEFT;
  return after === null ? RUN_AGAIN : goesOnBehind(after);
}
