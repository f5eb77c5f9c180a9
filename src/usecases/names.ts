import { isInvisible, shortened, visibleLine } from '../icp/visible-text.ts';

/** The most characters of a name in a sentence. HubSpot keeps up to 65,536. */
const LONGEST = 120;

/** What a company is called wherever it is named: its name, else its domain, else its record id. One line, never blank. */
export function companyNameOf({ id, name, domain }: { id: string; name: string; domain: string }): string {
  return shown(name) ?? shown(domain) ?? recordName(id);
}

/** What a deal is called wherever it is named: its name, else its record id. One line, never blank. */
export function dealNameOf({ id, name }: { id: string; name: string }): string {
  return shown(name) ?? recordName(id);
}

/** A name followed by the id, by which the record is found. */
export function nameWithId(name: string, id: string): string {
  return name === recordName(id) ? name : `${name} (${id})`;
}

function recordName(id: string): string {
  return `record ${id}`;
}

function shown(text: string): string | null {
  return isInvisible(text) ? null : shortened(visibleLine(text).trim(), LONGEST);
}
