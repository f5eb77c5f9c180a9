import type { CrmError } from '../../crm/client/errors.ts';
import { Refused } from '../refused.ts';

/** Why a row is not imported. */
export interface RowFault {
  line: number;
  /** Null where the row as a whole is at fault. */
  column: string | null;
  message: string;
}

/** One line for a person: `line 7, customer_overlap: 6 is not allowed here.` */
export function faultInWords({ line, column, message }: RowFault): string {
  return `line ${line}${column === null ? '' : `, ${column}`}: ${message}`;
}

/** What a save would refuse, said of the row. */
export function faultOfRefusal(line: number, error: Refused | CrmError): RowFault {
  const column = error instanceof Refused ? (error.field ?? null) : (error.property ?? null);
  const sentence = error.message.replace(/ Nothing was written\.$/, '');
  const isNamed = column !== null && sentence.startsWith(`${column}: `);
  return { line, column, message: isNamed ? sentence.slice(column.length + 2) : sentence };
}
