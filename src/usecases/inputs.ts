import * as z from 'zod';

import { type PartnerType, isPartnerType } from '../icp/partner-types.ts';
import { personIn } from './person.ts';

const COMPANY_ID = 'give the id of a company record, digits only';
/** The id of a company record, as text or number. */
export const CompanyId = z
  .union([z.string(), z.int().positive().transform(String)], COMPANY_ID)
  .refine((id) => /^\d{1,20}$/.test(id), COMPANY_ID);
const PERSON = 'say who does it, in one line of at most 320 characters';
/** Who does something. */
export const Person = z
  .string(PERSON)
  .refine((text) => personIn(text) !== null, PERSON)
  .trim();

export const Type = z.custom<PartnerType>(isPartnerType, 'name a partner type');
