/** A request that the workbench refuses, with the status to answer. */
export class WorkbenchError extends Error {
  override readonly name = 'WorkbenchError';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
