/** A response of HubSpot. `body` is parsed JSON, else text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** The value at a path in JSON; undefined when absent. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => (isObject(found) ? found[key] : undefined), value);
}

/** A text or number as text; "" for anything else. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** An array; empty for anything else. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found: unknown = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Problems of property values, which are JSON text inside `message` (documented). */
export function problemsInMessage(body: unknown): readonly unknown[] {
  const message = textAt(body, 'message');
  const start = message.indexOf('[{');
  if (start < 0) return [];
  try {
    return listAt(JSON.parse(message.slice(start)));
  } catch {
    return [];
  }
}

/** Codes of problems, from `errors` and from inside the message. */
export function codesIn(body: unknown): readonly string[] {
  const codes = [
    ...listAt(body, 'errors').map((problem) => textAt(problem, 'code')),
    ...problemsInMessage(body).map((problem) => textAt(problem, 'error')),
  ];
  return [...new Set(codes)].filter((code) => code !== '');
}

/** A response in short: `400 VALIDATION_ERROR INVALID_OPTION`. */
export function summaryOf({ status, body }: Answer): string {
  const words = [textAt(body, 'category'), textAt(body, 'subCategory'), ...codesIn(body)];
  return [String(status), ...words.filter((word) => word !== '')].join(' ');
}

/** A value in a few characters, for sentences. */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}
