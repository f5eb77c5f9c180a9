/** A workflow or an agent calls an action for a company. */
export interface ActionCall {
  companyId: string;
  /** Names the execution: a repeat by HubSpot has the same. */
  execution: string;
}

/** What an action answers. */
export interface ActionOutcome {
  /** False for a fault that people see in the history of the workflow. The message says what it is. */
  isDone: boolean;
  /** By the names of its definition. */
  outputs: Readonly<Record<string, string | number>> & { message: string };
}
