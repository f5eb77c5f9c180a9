/** With fewer letters and digits a name would be found by chance in other names. Our value. */
const SHORTEST = 2;

/** Legal forms that a company record often has behind the name, and a list of tools has not. */
const LEGAL_FORMS = new Set(
  'ab ag as bv co corp corporation gmbh inc kft kg limited llc ltd nv oy plc pty sa sarl sas se spa srl ug'.split(
    ' ',
  ),
);

/** The words of a name in small letters, without a legal form at its end: `Ledgerlane, Inc.` is `ledgerlane`. */
export function nameWords(name: string): string[] {
  const words = wordsOf(name);
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/**
 * The words by which a search narrows down where a name may stand. One with an apostrophe is left out where there are others:
 * how a search splits it is not documented.
 */
export function searchWords(name: string): string[] {
  const plain = nameWords(name.replaceAll(/\S*['’]\S*/gu, ' '));
  return plain.length > 0 ? plain : nameWords(name);
}

/** Whether a name has too few letters and digits to be looked for in texts. */
export function isTooShort(name: string): boolean {
  return nameWords(name).join('').length < SHORTEST;
}

/** Whether the name of a partner stands in a text, as whole words one after the other. Upper and lower case are alike. */
export function isNamedIn(text: string, name: string): boolean {
  const wanted = nameWords(name);
  const words = wordsOf(text);
  return words.some((_, start) => wanted.every((word, index) => words[start + index] === word));
}

/** Whether two names are the same but for case, signs and legal form. */
export function isSameName(one: string, other: string): boolean {
  return nameWords(one).join(' ') === nameWords(other).join(' ');
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
