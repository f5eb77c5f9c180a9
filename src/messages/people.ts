// How cards and answers name those who changed something.

/** HubSpot's sources of a change, in words. */
const SOURCES: Readonly<Record<string, string>> = {
  CRM_UI: 'somebody in HubSpot',
  IMPORT: 'an import',
  AUTOMATION_PLATFORM: 'a workflow',
};

/** The name of the owner with this address; else the text as it is. @param names by lower-case address */
export function personText(who: string, { names }: { names: Readonly<Record<string, string>> }): string {
  return names[who.toLowerCase()] ?? who;
}

/** Who changed a field: a person, or what HubSpot names as the source. */
export function whoText(
  { by, source }: { by: string | null; source: string },
  record: { names: Readonly<Record<string, string>> },
): string {
  if (by !== null) return personText(by, record);
  if (source === 'our app') return 'somebody';
  return sourceText(source) ?? `somebody outside this card (${source})`;
}

/** `an import`; null for a source that is no known one of HubSpot. */
export function sourceText(source: string): string | null {
  return source.startsWith('MERGE') ? 'a merge' : (SOURCES[source] ?? null);
}
