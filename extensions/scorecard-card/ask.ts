import { hubspot } from '@hubspot/ui-extensions';

import type { PartnerType } from '../../src/icp/partner-types.ts';
import type { Profile } from '../../src/icp/profile.ts';
import type { SaveAnswer, ScorecardRecord, WantedChange } from '../../src/icp/scorecard-record.ts';

/** What the function offers to this card: per operation, what it takes and what it answers. */
export interface Operations {
  'load-scorecard': { input: { companyId: string }; answer: ScorecardRecord };
  'save-scorecard': {
    input: { companyId: string; changes: Record<string, WantedChange>; by: string };
    answer: SaveAnswer;
  };
  'show-profile': { input: { type: PartnerType }; answer: Profile };
  'clear-scorecard': { input: { companyId: string; by: string }; answer: SaveAnswer };
}

/** Why there is no answer. The message says what to do next. */
export interface Failure {
  /** A code of the function, or `unreachable`. An open list: a newer function may know more of them. */
  code: string;
  message: string;
  field?: string;
}

export type Asked<Answer> = { ok: true; answer: Answer } | { ok: false; failure: Failure };

/** The uid in serverless/partner-icp-hsmeta.json. */
const FUNCTION = 'partner-icp';

/** Asks the app's function. Never throws: whatever goes wrong becomes a failure in words. */
export async function ask<Name extends keyof Operations>(
  operation: Name,
  input: Operations[Name]['input'],
): Promise<Asked<Operations[Name]['answer']>> {
  let raw: unknown;
  try {
    // HubSpot types parameters as mutable JSON and answers as `any`; ours are read-only JSON.
    const parameters = { operation, input } as never;
    raw = await hubspot.serverless<unknown>(FUNCTION, { parameters });
  } catch {
    return { ok: false, failure: UNREACHABLE };
  }
  const envelope = unwrap(raw);
  if (isRecord(envelope['error'])) return { ok: false, failure: failureIn(envelope['error']) };
  const { answer } = envelope;
  const isReadable = operation === 'show-profile' ? isProfile : isScorecardRecord;
  if (!isReadable(answer)) return { ok: false, failure: UNREADABLE };
  return { ok: true, answer: answer as Operations[Name]['answer'] };
}

const UNREACHABLE: Failure = {
  code: 'unreachable',
  message:
    'HubSpot could not run the function of this app. Check your connection and try again; if it stays, an admin finds the reason in the logs of the app.',
};

const UNREADABLE: Failure = {
  code: 'bug',
  message:
    'The function answered in a form that this card does not know. Reload the page; if it stays, an admin has to deploy card and function together.',
};

/**
 * Finds our envelope in what came back: HubSpot has been reported to hand over the raw value, `{statusCode, body}`, and
 * either of them as JSON text.
 */
function unwrap(raw: unknown): Record<string, unknown> {
  const value = typeof raw === 'string' ? parsed(raw) : raw;
  if (!isRecord(value)) return {};
  return 'statusCode' in value && 'body' in value ? unwrap(value['body']) : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // no JSON is no answer of ours, and is said as such
    return null;
  }
}

function failureIn({ code, message, field }: Record<string, unknown>): Failure {
  if (typeof code !== 'string' || typeof message !== 'string') return UNREADABLE;
  return { code, message, ...(typeof field === 'string' && { field }) };
}

/** Just enough to tell our answers from anything else; card and function are deployed together. */
function isScorecardRecord(answer: unknown): boolean {
  return (
    isRecord(answer) &&
    typeof answer['state'] === 'string' &&
    isRecord(answer['scorecard']) &&
    isProfile(answer['profile'])
  );
}

function isProfile(answer: unknown): boolean {
  return isRecord(answer) && typeof answer['type'] === 'string' && Array.isArray(answer['dimensions']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
