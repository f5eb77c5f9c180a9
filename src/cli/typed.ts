import { EDITIONS, type Edition } from '../crm/installation-record.ts';
import { PARTNER_TYPES, type PartnerType, isPartnerType } from '../icp/partner-types.ts';
import { isInvisible, visibleLine } from '../icp/visible-text.ts';
import { personIn } from '../usecases/person.ts';
import { Refused } from '../usecases/refused.ts';
import { NOT_A_PERSON, SAY_WHO, SAY_WHY, nameAType, notAType, otherDraft } from '../messages/terminal.ts';

/** What was typed cannot be used. The sentence begins with the option or field at fault. */
export function badInput(field: string, sentence: string, cause?: unknown): Refused {
  return new Refused('invalid-input', `${field}: ${sentence}`, { field, cause });
}

/** What an error says, for a sentence about a file. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no reason given';
}

/** Collects a repeatable option: `--set a=1 --set b=2`. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

/** Splits `name=value` at the first `=`. */
export function pair(option: string, text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at <= 0) throw badInput(option, `"${text}" is not of the form name=value.`);
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}

/** A whole number as typed, digits only, or unknown as `-` or `?` (which some shells take for a wildcard). */
export function typedNumber(text: string): number | null | string {
  if (text === '-' || text === '?' || text === '') return null;
  return /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : text;
}

/** Whoever changes a record has to say who it is. */
export function requiredPerson(by: string | undefined): string {
  if (by === undefined) throw badInput('--by', SAY_WHO);
  const person = personIn(by);
  if (person === null) throw badInput('--by', NOT_A_PERSON);
  return person;
}

/** The longest reason, in characters. */
const MAX_REASON = 500;

/** Whoever publishes has to say why: the reason is kept and shown. */
export function requiredReason(reason: string | undefined): string {
  const text = reason?.trim() ?? '';
  if (isInvisible(text) || visibleLine(text) !== text || text.length > MAX_REASON)
    throw badInput('--reason', SAY_WHY);
  return text;
}

/** The editions as help and complaints list them. */
export const LISTED_EDITIONS = EDITIONS.join(' or ');

/** The edition of the app that was typed behind `--edition`. */
export function typedEdition(text: string): Edition {
  const edition = EDITIONS.find((known) => known === text.trim());
  if (edition !== undefined) return edition;
  throw badInput('--edition', `"${text.slice(0, 40)}" is no edition. Choose ${LISTED_EDITIONS}.`);
}

const EVERY_TYPE = PARTNER_TYPES.map(({ key }) => key);

/** The partner types as help and complaints list them. */
export const LISTED_TYPES = EVERY_TYPE.join(', ');

/** The partner type that was typed behind an option. */
export function typedType(option: string, text: string): PartnerType {
  const type = text.trim();
  if (isPartnerType(type)) return type;
  throw badInput(option, notAType(type.slice(0, 40), LISTED_TYPES));
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
  throw badInput(option, nameAType(LISTED_TYPES));
}

/**
 * Drafts can be saved by anybody who opens the settings page: what is published is the one that was looked at.
 *
 * @param seen as typed behind `--draft`; undefined when it was left out
 * @param stored the time of the draft that is there
 */
export function requireSeenDraft(seen: string | undefined, stored: string | undefined): void {
  if (seen === undefined || stored === undefined || seen === stored) return;
  throw badInput('--draft', otherDraft(stored));
}
