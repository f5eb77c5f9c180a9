import manifest from '../../../app.json';

/** The scopes that the app asks for, from its manifest. */
export const SCOPES: readonly string[] = manifest.config.auth.requiredScopes;

/** Those that it asks for where the portal's plan has them. */
export const OPTIONAL_SCOPES: readonly string[] = manifest.editions.oauth.auth.optionalScopes;
