import { CrmError } from '../../crm/client/errors.ts';
import type { ImportReport } from './report.ts';
import { importBrokenOff } from '../../messages/csv.ts';

/** An import could not go on. Its message says why, how far it came and what to do; the report has what was done. */
export class ImportBrokenOff extends CrmError {
  readonly report: ImportReport;

  constructor(cause: CrmError, report: ImportReport) {
    const { code, message, correlationId, property, reasons } = cause;
    const { changed, rows } = report;
    super(code, `${message} ${importBrokenOff(changed.toLocaleString('en'), rows.toLocaleString('en'))}`, {
      ...{ cause, correlationId, property, reasons },
    });
    this.report = report;
  }
}
