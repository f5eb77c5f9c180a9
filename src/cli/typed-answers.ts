import { fieldFault, isFieldValue } from '../icp/field-values.ts';
import { type Field, type FieldKind, type FieldValue, checkFieldName, fieldsOf } from '../icp/fields.ts';
import type { Profile } from '../icp/profile.ts';
import type { Scorecard } from '../icp/scorecard.ts';
import type { WantedChange } from '../contract/wanted-change.ts';
import { badInput, pair, typedNumber } from './typed.ts';

/** Answers to the questions of a profile, each as it was typed: `name=value`. */
export interface TypedAnswers {
  set?: string[];
  evidence?: string[];
  check?: string[];
  note?: string[];
}

/** The answers that were typed, each beside the value that the company holds now. */
export function typedAnswers(
  typed: TypedAnswers,
  profile: Profile,
  scorecard: Scorecard,
): Record<string, WantedChange> {
  const fields = new Map(fieldsOf(profile).map((field) => [field.name, field]));
  const changes: Record<string, WantedChange> = {};
  for (const { option, name, shown, text } of assignments(typed)) {
    const own = OPTIONS_OF_THEIR_OWN.get(name);
    if (own !== undefined) throw badInput(option, `${name} is set with ${own}.`);
    const field = fields.get(name);
    if (field === undefined)
      throw badInput(option, `"${shown}" is not known. Choose from ${namesFor(option, fields)}.`);
    if (changes[name] !== undefined) throw badInput(option, `${shown} is given twice.`);
    changes[name] = { seen: field.get(scorecard), value: typedValue(option, field, text) };
  }
  return changes;
}

const OPTIONS_OF_THEIR_OWN: ReadonlyMap<string, string> = new Map([
  ['partner_type', '--type'],
  ['other_types', '--other-types'],
]);

interface Assignment {
  option: string;
  /** Name of the field. */
  name: string;
  /** As it was typed. */
  shown: string;
  text: string;
}

function assignments({ set = [], evidence = [], check = [], note = [] }: TypedAnswers): Assignment[] {
  const named = (option: string, texts: readonly string[], fieldName: (typed: string) => string) =>
    texts.map((typed) => {
      const [shown, text] = pair(option, typed);
      return { option, shown, text, name: fieldName(shown) };
    });
  return [
    ...named('--set', set, (name) => name),
    ...named('--evidence', evidence, (dimension) => `${dimension}_evidence`),
    ...named('--check', check, checkFieldName),
    ...named('--note', note, (key) => `${checkFieldName(key)}_note`),
  ];
}

function typedValue(option: string, field: Field, text: string): FieldValue {
  const value = PARSE[field.kind](text);
  // the save leaves out a text that is too long, and saves the rest
  if (field.kind === 'prose' || isFieldValue(field, value)) return value;
  throw badInput(option, fieldFault(field, value) ?? 'this value cannot be used.');
}

const nothingAsNull = (text: string) => (text.trim() === '' || text.trim() === '-' ? null : text.trim());
const list = (text: string) =>
  text
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const PARSE: Readonly<Record<FieldKind, (text: string) => FieldValue>> = {
  rating: typedNumber,
  count: typedNumber,
  date: nothingAsNull,
  type: nothingAsNull,
  types: list,
  dimensions: (text) => (text.trim() === '-' ? [] : list(text)),
  artifacts: list,
  state: (text) => text.trim(),
  prose: (text) => text,
};

const KINDS: Readonly<Record<string, readonly FieldKind[]>> = {
  '--set': ['rating', 'count', 'date', 'artifacts', 'dimensions'],
  '--check': ['state'],
};

function namesFor(option: string, fields: ReadonlyMap<string, Field>): string {
  const names = [...fields.values()];
  if (option === '--evidence')
    return names
      .filter(({ kind }) => kind === 'rating')
      .map(({ name }) => name)
      .join(', ');
  const kinds = KINDS[option] ?? ['state'];
  return names
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ name }) => (kinds.includes('state') ? name.replace('check_', '').replaceAll('_', '-') : name))
    .join(', ');
}
