import type { Answer } from '../call.ts';

/** The words of RFC 6749 for each of HubSpot's statuses. */
const STANDARD = {
  BAD_GRANT_TYPE: 'unsupported_grant_type',
  BAD_CLIENT_ID: 'invalid_client',
  BAD_CLIENT_SECRET: 'invalid_client',
  BAD_AUTH_CODE: 'invalid_grant',
  EXPIRED_AUTH_CODE: 'invalid_grant',
  BAD_REDIRECT_URI: 'invalid_request',
  MISMATCH_REDIRECT_URI_AUTH_CODE: 'invalid_grant',
  BAD_REFRESH_TOKEN: 'invalid_grant',
  BAD_TOKEN: 'invalid_request',
} as const;

export type OAuthProblem = keyof typeof STANDARD;

/** A refusal of the token endpoints: RFC 6749's two fields beside HubSpot's own two. */
export class OAuthRefusal extends Error {
  override readonly name = 'OAuthRefusal';
  readonly problem: OAuthProblem;
  constructor(problem: OAuthProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** Source: changelog "New OAuth v3 API endpoints and standardized error responses". */
export function oauthAnswer({ problem, message }: OAuthRefusal, clientStatus: 400 | 401): Answer {
  const error = STANDARD[problem];
  return {
    status: error === 'invalid_client' ? clientStatus : 400,
    body: { error, error_description: message, status: problem, message },
  };
}
