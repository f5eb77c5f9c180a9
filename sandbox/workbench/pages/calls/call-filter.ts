import { isFailed, type CallEntry, type Who } from './call-entry.ts';

export const WHO_CHOICES: readonly { value: '' | Who['kind']; label: string }[] = [
  { value: '', label: 'Everyone' },
  { value: 'app', label: 'Apps' },
  { value: 'person', label: 'People' },
  { value: 'import', label: 'Imports' },
  { value: 'automation', label: 'Automation' },
  { value: 'unknown', label: 'No known token' },
];

export const STATUS_CHOICES = [
  { value: '', label: 'All' },
  { value: 'failed', label: 'Failed' },
  { value: 'fault', label: 'Met a fault' },
] as const;

/** Filters of the list, all of them in the address. Empty ones match every call. */
export interface CallFilter {
  readonly who: (typeof WHO_CHOICES)[number]['value'];
  readonly status: (typeof STATUS_CHOICES)[number]['value'];
  readonly words: string;
}

/** Reads an address and ignores invalid values. */
export function parseCallFilter(query: URLSearchParams): CallFilter {
  return {
    who: WHO_CHOICES.find(({ value }) => value === query.get('who'))?.value ?? '',
    status: STATUS_CHOICES.find(({ value }) => value === query.get('status'))?.value ?? '',
    words: query.get('q') ?? '',
  };
}

/** Every word must be in the call's method, path, query, caller, scopes, status or fault. */
export function isAsked({ who, status, words }: CallFilter, entry: CallEntry, caller: Who): boolean {
  if (who !== '' && caller.kind !== who) return false;
  if (status === 'failed' && !isFailed(entry)) return false;
  if (status === 'fault' && entry.fault === '') return false;
  if (words.trim() === '') return true;
  const { method, path, query, scopes, fault } = entry;
  const text = [method, path, ...query, caller.name, ...scopes, entry.status, fault].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
