/**
 * - `unknown-function`: the project has none of that name
 * - `failed`: the function threw, or answered what is not JSON
 * - `timed-out`: it took longer than the limit and was ended
 * - `crashed`: its process ended before it answered
 * - `closed`: the executor was closed
 */
export type FunctionErrorCode = 'unknown-function' | 'failed' | 'timed-out' | 'crashed' | 'closed';

/** A call of an app function brought no answer. The message says what happened to whom. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly code: FunctionErrorCode;

  constructor(code: FunctionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
