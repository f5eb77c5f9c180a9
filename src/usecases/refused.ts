import type { Remedies } from './remedies.ts';

/** Why a use case refused before it wrote anything. A company may also be found gone after a write. */
export type RefusalCode =
  | 'invalid-input'
  | 'company-not-found'
  | 'not-configured'
  /** The portal has uninstalled the app, or its tokens ended. */
  | 'not-connected'
  | 'not-installed'
  | 'unknown-profile-version'
  | 'newer-rules'
  /** The portal's limits leave no room for what is to be installed. */
  | 'no-room'
  /** Another edition of the app owns the portal, or it cannot be told which. */
  | 'other-edition'
  /** Somebody published, or changed the draft, since the caller read it. The message says who and what. */
  | 'policy-moved'
  /** This door may not publish. */
  | 'not-allowed'
  /** The portal has no place for profiles of its own. */
  | 'no-home'
  /** What the next entry would rest on cannot be read. */
  | 'policy-damaged';

/** The use case refused. The message says what to do next and names the field at fault. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  readonly field: string | undefined;

  constructor(code: RefusalCode, message: string, details: ErrorOptions & { field?: string } = {}) {
    super(message, details);
    this.code = code;
    this.field = details.field;
  }
}

/** The portal has none of the properties that a scorecard needs. */
export function notInstalled({ install }: Remedies): Refused {
  return new Refused('not-installed', `Partner ICP has none of its properties in this portal. ${install}`);
}
