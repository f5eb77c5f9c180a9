import { type Behaviour, documented, guessed, recorded, typed } from '../behaviour.ts';

export const OAUTH_BEHAVIOURS: readonly Behaviour[] = [
  documented('access tokens live for 1,800 s; refresh tokens stay the same', 'OAuth guide'),
  documented(
    'errors of the token endpoints carry error and error_description beside status and message',
    'changelog, 2026',
  ),
  documented('dated token endpoints read the body alone, v1 the query too', 'OAuth migration guide'),
  documented('a redirect and scopes that the app did not register end on an error page', 'OAuth guide'),
  recorded(
    '401 EXPIRED_AUTHENTICATION with the time of expiry for an expired access token',
    'error bodies in public repositories',
  ),
  recorded(
    'statuses BAD_AUTH_CODE, EXPIRED_AUTH_CODE, MISMATCH_REDIRECT_URI_AUTH_CODE, BAD_REFRESH_TOKEN',
    'error bodies in public repositories',
  ),
  recorded('DELETE external-install ends every token of the app that calls', 'public reports'),
  typed('answers of token, access-tokens and refresh-tokens', 'official client 14.0.1'),
  guessed('badClientStatus', 'status for a wrong client id or secret', 'the standard and v1 differ'),
  guessed('authCodeSeconds', 'how long a code can be exchanged', 'documented as short only'),
  guessed(
    'revokedRefreshToken',
    'access tokens after their refresh token was revoked',
    'documented for v1 only',
  ),
];
