import { Refused } from '../usecases/refused.ts';

/** What was typed cannot be used. The sentence begins with the option or field at fault. */
export function badInput(field: string, sentence: string, cause?: unknown): Refused {
  return new Refused('invalid-input', `${field}: ${sentence}`, { field, cause });
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

/** A rating as typed: 1 to 5, or unknown as `-` or `?` (which some shells take for a wildcard). */
export function typedNumber(text: string): number | null | string {
  const trimmed = text.trim();
  if (trimmed === '-' || trimmed === '?' || trimmed === '') return null;
  const number = Number(trimmed);
  return Number.isNaN(number) ? text : number;
}
