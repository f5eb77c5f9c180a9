import { type Behaviour, documented, guessed, recorded } from '../behaviour.ts';

export const SCOPE_BEHAVIOURS: readonly Behaviour[] = [
  recorded(
    '403 MISSING_SCOPES naming requiredGranularScopes, with a link',
    'error bodies in public repositories',
  ),
  documented(
    'scopes of objects, activities, properties, owners, lists and schemas',
    'scope requirements of the guides',
  ),
  documented('limits ask for any scope of an object, account info for none', 'specification 2026-09'),
  documented(
    'webhook settings ask for developers-read or -write, or those of private apps',
    'specification 2026-09',
  ),
  documented(
    'definitions and callbacks of workflow actions ask for automation',
    'custom workflow actions guide',
  ),
  guessed('associationScopes', 'scopes of associations between two types', 'undocumented'),
];
