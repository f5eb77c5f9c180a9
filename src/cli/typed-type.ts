import { PARTNER_TYPES, type PartnerType, isPartnerType } from '../icp/partner-types.ts';
import { badInput } from './bad-input.ts';

const EVERY_TYPE = PARTNER_TYPES.map(({ key }) => key);

/** The partner types as help and complaints list them. */
export const TYPES_IN_WORDS = EVERY_TYPE.join(', ');

/** The partner type that was typed behind an option. */
export function typedType(option: string, text: string): PartnerType {
  const type = text.trim();
  if (isPartnerType(type)) return type;
  throw badInput(option, `"${type.slice(0, 40)}" is no partner type. Choose one of ${TYPES_IN_WORDS}.`);
}

/** Types separated by commas, in an option that may be repeated. None is an empty list. */
export function typedTypes(option: string, texts: readonly string[]): PartnerType[] {
  const typed = texts.flatMap((text) => text.split(',')).filter((text) => text.trim() !== '');
  return typed.map((text) => typedType(option, text));
}

/** As `typedTypes`; `all` stands for every type. */
export function typedTypesOrAll(option: string, texts: readonly string[]): PartnerType[] {
  if (texts.some((text) => text.trim() === 'all')) return EVERY_TYPE;
  const types = typedTypes(option, texts);
  if (types.length > 0) return types;
  throw badInput(option, `name a partner type, or all. The types are ${TYPES_IN_WORDS}.`);
}
