import { type Quarter, isQuarter } from '../icp/quarter.ts';
import { NO_QUARTER } from '../messages/decisions.ts';
import { CompanyId } from '../usecases/inputs.ts';
import { badInput } from './typed.ts';

/** The id of a company record that was typed. @throws Refused `invalid-input` */
export function typedCompany(text: string): string {
  const { success, error, data } = CompanyId.safeParse(text.trim());
  if (success) return data;
  throw badInput('companyId', `"${text.slice(0, 40)}": ${error.issues[0]?.message ?? ''}.`);
}

/** The quarter that was typed behind `--quarter`. @throws Refused `invalid-input` */
export function typedQuarter(text: string): Quarter {
  const quarter = text.trim().toUpperCase();
  if (isQuarter(quarter)) return quarter;
  throw badInput('--quarter', `"${text.slice(0, 40)}" is no quarter: ${NO_QUARTER}`);
}
