import manifest from '../../../app.json';

/** The scopes that the app asks for, from its manifest. */
export const SCOPES: readonly string[] = manifest.config.auth.requiredScopes;
