/**
 * Characters that a terminal acts on, that turn the order of a line around, or that are half of one: controls, overrides
 * and embeddings of direction, lone surrogates.
 *
 * Source: Unicode Technical Report 36, "Unicode Security Considerations".
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/gu;

/** What any reader takes for a line break. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

const INVISIBLE = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Asked first: nearly every text has one, and the classes of Unicode take many times as long. */
const VISIBLE_ASCII = /[!-~]/;

/** The text as one line that is safe to print: line breaks and tabs become spaces, other controls show their code. */
export function visibleLine(text: string): string {
  return text
    .replace(LINE_BREAK, ' ')
    .replaceAll('\t', ' ')
    .replace(UNSAFE, (character) => codeOf(character));
}

/** JSON that is safe to print and reads as the same: what JSON leaves as it is, but a terminal acts on, is escaped. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json.replace(UNSAFE, (character) => (character === '\n' ? character : codeOf(character)));
}

/** The text with its tabs and line breaks, each as `\n`, and without other controls. */
export function withoutControls(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(UNSAFE, (character) => (character === '\n' || character === '\t' ? character : ''));
}

/** The text as one line without controls: each run of them, and each break, becomes a space. */
export function plainLine(text: string): string {
  return text.replace(UNSAFE, ' ').replaceAll(/ {2,}/g, ' ').trim();
}

/** The text, or its first characters and an ellipsis where it has more than `longest`. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Whether the text has no visible character. White space, controls and characters without width are invisible. */
export function isInvisible(text: string): boolean {
  return !VISIBLE_ASCII.test(text) && INVISIBLE.test(text);
}

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
