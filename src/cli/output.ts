import { badInput } from './bad-input.ts';

/** What every command takes. */
export interface Output {
  json?: boolean;
}

/** Prints a result for a person, or for another program. */
export function print<T>(result: T, json: boolean | undefined, asText: (result: T) => void): void {
  if (json === true) console.log(JSON.stringify(result, null, 2));
  else asText(result);
}

/** Whoever changes a record has to say who it is. */
export function requiredPerson(by: string | undefined): string {
  if (by !== undefined) return by;
  throw badInput('--by', 'say who does it, for example --by name@example.com.');
}
