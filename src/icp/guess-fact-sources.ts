import { isTooShort } from './partner-name.ts';
import { PARTNER_PLACE } from './settings.ts';

/** A property from which a fact could be counted. */
export interface SourceCandidate {
  name: string;
  label: string;
  /** How many options it has; null for a text. */
  options: number | null;
  /** The scored partners that its options, or some of its values, name. */
  partners: readonly string[];
}

/**
 * Words in the label or name of a property. A clear one is enough for a guess; with a vague one the property also has to name
 * a scored partner. Our choice, as everything in this file: a guess is offered, never applied.
 */
interface Words {
  clear: RegExp;
  vague: RegExp;
}

export const TOOL_WORDS: Words = {
  clear: words('tools?|toolstack|tech ?stack|stack|technolog(?:y|ies)|software|integrations'),
  vague: words('products?|apps?|applications?|systems?|platforms?|vendors?|integration|uses'),
};

export const REQUEST_WORDS: Words = {
  clear: words('integrations?|asked|missing'),
  vague: words('requests?|requested|partners?|competitors?'),
};

/** Who brought or owns something is neither a tool in use nor a request. */
const OTHER_MEANING = words('refer(?:ral|rals|red|ring|rer)|sourced?|registered|registration|owner|manager');

/** A choice with fewer options is a yes or no, unless one of them is a partner. */
const FEWEST_OPTIONS = 3;

/** The property that most likely names partners; null where none does. Of equal ones the first. */
export function guessProperty(
  candidates: readonly SourceCandidate[],
  { clear, vague }: Words,
): SourceCandidate | null {
  let best: { candidate: SourceCandidate; rank: readonly number[] } | null = null;
  for (const candidate of candidates) {
    const { options, partners } = candidate;
    const text = `${candidate.label} ${candidate.name.replaceAll('_', ' ')}`;
    const isClear = clear.test(text);
    const namesSome = partners.length > 0;
    if (OTHER_MEANING.test(text)) continue;
    if (!namesSome && (!isClear || (options !== null && options < FEWEST_OPTIONS))) continue;
    if (!isClear && !vague.test(text)) continue;
    const rank = [Number(namesSome), Number(isClear), partners.length];
    if (best === null || isAbove(rank, best.rank)) best = { candidate, rank };
  }
  return best?.candidate ?? null;
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const differing = one.findIndex((part, index) => part !== other[index]);
  return differing >= 0 && (one[differing] ?? 0) > (other[differing] ?? 0);
}

const USE = words('uses?|used|users?|using|customers?|clients?|integrat(?:es|ed|ion|ions)');

/** Whether the label of an association, or the name of a list, speaks of customers that use something. */
export function speaksOfUse(text: string): boolean {
  return USE.test(text);
}

/**
 * The name that lists of customers share, with `{partner}` where that of the partner stands: the one with the most scored
 * partners. One without a word of use needs two of them. Null for none.
 */
export function guessListName(
  lists: readonly string[],
  partners: readonly string[],
): { name: string; partners: readonly string[] } | null {
  const named = new Map<string, string[]>();
  for (const partner of partners.filter((name) => !isTooShort(name)))
    for (const list of lists) {
      const name = withPlace(list, partner.trim());
      if (name !== null) named.set(name, [...(named.get(name) ?? []), partner]);
    }
  const fitting = [...named].filter(([name, some]) => some.length > 1 || speaksOfUse(name));
  const [best] = fitting.sort(([, one], [, other]) => other.length - one.length);
  return best === undefined ? null : { name: best[0], partners: best[1] };
}

/** Letter by letter: a list is found by its exact name. */
function withPlace(list: string, partner: string): string | null {
  const at = list.indexOf(partner);
  if (at < 0 || list.includes('{')) return null;
  const [before, after] = [list.slice(0, at), list.slice(at + partner.length)];
  const isWord = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  return isWord ? before + PARTNER_PLACE + after : null;
}

/** The stages that make a company a customer, of those that a portal has. Values are internal. */
export function customerStages(stages: readonly { value: string; label: string }[]): string[] {
  const standard = stages.filter(({ value }) => value === 'customer');
  const named = stages.filter(({ label }) => /^(?:our |active )?(?:customer|client)s?$/i.test(label.trim()));
  return (standard.length > 0 ? standard : named).map(({ value }) => value);
}

function words(alternatives: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`, 'iu');
}
