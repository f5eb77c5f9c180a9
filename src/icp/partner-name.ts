/** With fewer letters and digits a name would be found by chance in other names. Our value. */
const SHORTEST = 2;

/** A longer word is in no list of tools, and a search takes none. Our value. */
const LONGEST_WORD = 100;

/** Legal forms that a company record often has behind the name, and a list of tools has not. */
const LEGAL_FORMS = new Set(
  (
    'ab ag aps as bhd bv co corp corporation doo eurl gmbh inc incorporated kft kg kk lda limited llc llp lp ltd ltda mbh nv ' +
    'ohg oy oyj plc pte pty pvt sa sarl sas sasu sdn se sl slu spa spzoo srl sro ug zrt'
  ).split(' '),
);

/** The words of a name in small letters, without a legal form at its end: `Ledgerlane, Inc.` is `ledgerlane`. */
export function nameWords(name: string): string[] {
  return withoutLegalForm(wordsOf(name));
}

/** Whether a name has too few letters and digits to be looked for in texts. */
export function isTooShort(name: string): boolean {
  return (
    (nameWords(name)
      .join('')
      .match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST
  );
}

/** Whether a name has no word that a search takes. */
export function isTooLong(name: string): boolean {
  return searchedWords(name).length === 0;
}

/** Whether the name of a partner stands in a text, as whole words one after the other. Upper and lower case are alike. */
export function isNamedIn(text: string, name: string): boolean {
  return standsIn(wordsOf(text), nameWords(name));
}

/** The names that stand in any of the texts. Each text is split once, so many names can be looked for. */
export function namesIn(texts: Iterable<string>, names: readonly string[]): Set<string> {
  const inWords = [...texts].map(wordsOf);
  return new Set(
    names.filter((name) => {
      const wanted = nameWords(name);
      return inWords.some((words) => standsIn(words, wanted));
    }),
  );
}

function standsIn(words: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  return words.some((_, start) => wanted.every((word, index) => words[start + index] === word));
}

/** Whether two names are the same but for case, signs and legal form. */
export function isSameName(one: string, other: string): boolean {
  const words = nameWords(one).join(' ');
  return words !== '' && words === nameWords(other).join(' ');
}

/**
 * What HubSpot's search is asked for so that no text with the name in it is missed: all tokens of any of these lists. How it
 * splits a text at dots and apostrophes or between Chinese characters, and whether it takes `ü` and `u` with two dots for the
 * same, is not documented: so words are asked for in each spelling, and with wildcards unless that would find far too much.
 *
 * @returns at most four lists, each of at most two tokens; none for a name that is too long
 */
export function searchTokens(name: string): string[][] {
  const words = searchedWords(name);
  if (words.length === 0) return [];
  const isUncertain = SPLIT_SOMEHOW.test(name) || words.some((word) => word.search(UNSPACED) >= 0);
  const open = (word: string) => {
    if (isUncertain || word.length >= ENOUGH_FOR_BOTH_ENDS) return `*${word}*`;
    return word.length >= ENOUGH_FOR_ONE_END ? `${word}*` : word;
  };
  const lists = [words, words.map((word) => word.normalize('NFD')), words.map(folded), words.map(open)];
  return [...new Map(lists.map((list) => [list.join(' '), list])).values()];
}

/** How many words of a name are searched for. */
const SEARCHED = 2;

/** With fewer letters a wildcard would find far more than the name. Our values. */
const ENOUGH_FOR_BOTH_ENDS = 5;
const ENOUGH_FOR_ONE_END = 3;

/** Within a word, where a search may split it or not. */
const SPLIT_SOMEHOW = /[\p{L}\p{N}][./'’:·_][\p{L}\p{N}]/u;

/** The longest words of a name as they are written, but for a legal form and for those that no search takes. */
function searchedWords(name: string): string[] {
  const wanted = new Set(nameWords(name));
  const written = split(name.replaceAll(IGNORED, '').normalize('NFC').toLowerCase());
  const meant = written.filter((word) => wordsOf(word).every((one) => wanted.has(one)));
  return (meant.length > 0 ? meant : written)
    .filter(({ length }) => length <= LONGEST_WORD)
    .sort((one, other) => other.length - one.length)
    .slice(0, SEARCHED);
}

function withoutLegalForm(all: readonly string[]): string[] {
  const words = [...all];
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** Chinese and Japanese have no spaces: each Chinese character is a word, and so is each run of a Japanese syllabary. */
function wordsOf(text: string): string[] {
  return split(folded(text).replaceAll(UNSPACED, ' $& '));
}

const UNSPACED = /\p{Script=Han}|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+/gu;

function split(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

/** One form of what is written in several: `ß` and `SS`, `ü` as one character or two, `S.A.` and `SA`, soft hyphens. */
function folded(text: string): string {
  return text
    .replaceAll(IGNORED, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(INITIALS, (initials) => initials.replaceAll(/[./]/g, ''));
}

const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;

/** Single letters with dots or slashes between them: `S.A.`, `A/S`. */
const INITIALS = /(?<![\p{L}\p{M}\p{N}])\p{L}(?:[./]\p{L})+(?![\p{L}\p{M}\p{N}])/gu;
