/** Kinds that the names of installed things begin with, singular and plural. Names of properties begin with none. */
export const NAMED_KINDS = [
  ['pipeline', 'pipelines'],
  ['stage', 'stages'],
  ['label', 'labels'],
  ['list', 'lists'],
  ['object', 'custom objects'],
] as const;

/** `62 properties, 1 pipeline, 9 lists`; `nothing` of none. */
export function countedNames(names: readonly string[]): string {
  const named = NAMED_KINDS.map(
    ([one, many]) => [names.filter((name) => name.startsWith(`${one}: `)).length, one, many] as const,
  );
  const properties = names.length - named.reduce((sum, [count]) => sum + count, 0);
  const kinds = [[properties, 'property', 'properties'] as const, ...named];
  const texts = kinds.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  return texts.length === 0 ? 'nothing' : texts.join(', ');
}
