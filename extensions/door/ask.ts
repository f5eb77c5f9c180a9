import type { Notice } from '../../src/contract/notice.ts';
import type { Operations } from '../../src/contract/operations.ts';
import { UNREACHABLE, callApp } from './call-app.ts';
import { TOLD } from './told.ts';
import { UNREADABLE_ANSWER } from '../../src/messages/cards.ts';

/** Why there is no answer. The message says what to do next. */
export interface Failure {
  /** A code of the app, or `unreachable`. An open list: a newer app may have more. */
  code: string;
  message: string;
  field?: string;
  /** Where a person mends it. */
  link?: Notice['link'];
}

/** `notice` comes with an answer and has nothing to do with it: something that a person should see to. */
export type Asked<Answer> = { ok: true; answer: Answer; notice?: Notice } | { ok: false; failure: Failure };

/** Asks the app, through the door of its edition. Never throws: whatever goes wrong becomes a failure. */
export async function ask<Name extends keyof Operations>(
  operation: Name,
  input: Operations[Name]['input'],
): Promise<Asked<Operations[Name]['answer']>> {
  let raw: unknown;
  try {
    raw = await callApp(operation, input);
  } catch {
    return { ok: false, failure: { code: 'unreachable', message: UNREACHABLE } };
  }
  const envelope = unwrap(raw);
  if (isRecord(envelope['error'])) return { ok: false, failure: failureIn(envelope['error']) };
  const { answer } = envelope;
  if (!isReadable(operation, answer)) return { ok: false, failure: UNREADABLE };
  const notice = noticeIn(envelope['notice']);
  TOLD.tell(notice);
  return { ok: true, answer: answer as Operations[Name]['answer'], ...(notice && { notice }) };
}

const UNREADABLE: Failure = {
  code: 'bug',
  message: UNREADABLE_ANSWER,
};

/**
 * Finds our envelope in the response. Reports say that HubSpot hands over the raw value, `{statusCode, body}`, or either
 * of them as JSON text.
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
    // not JSON, so not an answer of ours; ask() reports it as unreadable
    return null;
  }
}

function failureIn(error: Record<string, unknown>): Failure {
  const { code, message, field } = error;
  if (typeof code !== 'string' || typeof message !== 'string') return UNREADABLE;
  const link = linkIn(error['link']);
  return { code, message, ...(typeof field === 'string' && { field }), ...(link && { link }) };
}

function noticeIn(value: unknown): Notice | null {
  if (!isRecord(value) || typeof value['message'] !== 'string') return null;
  const link = linkIn(value['link']);
  return { message: value['message'], ...(link && { link }) };
}

function linkIn(value: unknown): NonNullable<Notice['link']> | null {
  if (!isRecord(value)) return null;
  const { label, url } = value;
  return typeof label === 'string' && typeof url === 'string' ? { label, url } : null;
}

/** Checks just enough to recognise our answers. An extension and the app that answers are deployed together. */
function isReadable(operation: keyof Operations, answer: unknown): boolean {
  switch (operation) {
    case 'load-scorecard':
    case 'save-scorecard':
    case 'clear-scorecard':
    case 'decide':
    case 'rejudge-scorecard':
    case 'undo-save':
      return isScorecardRecord(answer);
    case 'show-profile':
      return isProfile(answer);
    case 'read-history':
      return isRecord(answer) && Array.isArray(answer['entries']) && Array.isArray(answer['kinds']);
    default:
      return isRecord(answer);
  }
}

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
