import { type Behaviour, documented, guessed, LIVE_RUN, recorded } from './behaviour.ts';

/** Properties, groups and values. */
export const PROPERTY_BEHAVIOURS: readonly Behaviour[] = [
  recorded(
    '409 PROPERTY_WITH_NAME_EXISTS for a second property of a name',
    'published conformance run, 2026-09',
  ),
  recorded(
    'options of a PATCH replace the list; without options it stays',
    'published conformance run, 2026-09',
  ),
  recorded('an archived property: 404, and 200 with archived=true', 'published conformance run, 2026-09'),
  recorded(
    'an archived name created again is restored with its old createdAt',
    'published conformance run, 2026-09',
  ),
  recorded('a bool property needs exactly the options true and false', 'published conformance run, 2026-09'),
  recorded(
    'a group with active properties is not archived; error nested in message',
    'published conformance run, 2026-09',
  ),
  recorded('hasUniqueValue in a PATCH is ignored', 'published conformance run, 2026-09'),
  recorded(
    'codes PROPERTY_DOESNT_EXIST, INVALID_OPTION, INVALID_LONG, READ_ONLY_VALUE',
    'error bodies in public repositories',
  ),
  documented('whitespace around a value that is no text and no number is refused', 'changelog, 2025'),
  recorded('white space around a number is taken off', LIVE_RUN),
  recorded(
    '400 CANNOT_DELETE_PROPERTY_IN_USE for a property of an active list, a calculation or a workflow',
    LIVE_RUN,
  ),
  documented('properties of type phone_number with the field type phonenumber', 'specification 2026-09'),
  documented(
    'reads of definitions show one dataSensitivity, non_sensitive by default',
    'specification 2026-09',
  ),
  documented('a calculationFormula is kept, and nobody writes a calculated value', 'properties guide'),
  documented('100 inputs a batch, strings up to 65,536 characters', 'CRM guides'),
  documented('a leading ";" adds options to a multi-select', 'properties guide'),
  documented('batch archive answers 204 whatever was there', 'properties reference'),
  guessed(
    'unrecordedValueCodes',
    'codes for bad numbers, long strings, unknown owners, taken values',
    'undocumented',
  ),
  guessed(
    'batchArchiveInUse',
    'a batch archive with a property in use',
    'documented as 204 whatever was there',
  ),
  guessed('restoredPropertyKeepsValues', 'values of a restored property', 'unverified in the live run'),
];
