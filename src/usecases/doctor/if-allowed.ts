import { CrmError } from '../../crm/client/errors.ts';
import { type Finding, fault } from './finding.ts';

/**
 * Does a part of the examination, and notes when the token may not.
 *
 * @returns null when it may not
 * @throws CrmError for any other failure
 */
export async function ifAllowed<Result>(
  findings: Finding[],
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CrmError) || !['wrong-token', 'missing-scope'].includes(error.code)) throw error;
    noteRefusal(findings, error);
    return null;
  }
}

/** The token or one scope; a scope that several calls need is said once. */
export function noteRefusal(findings: Finding[], { code, message }: CrmError): void {
  if (findings.some((finding) => finding.message === message)) return;
  findings.push(fault(code === 'wrong-token' ? 'wrong-token' : 'missing-scope', message));
}
