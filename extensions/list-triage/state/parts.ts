import type { FoundCompany } from './partner-row.ts';

/** One part of the selection, which one search asks for. */
export interface Part {
  ids: readonly string[];
  /** Counts retries: another number starts the search anew. */
  attempt: number;
  /** Null while it is not answered. */
  answer: PartAnswer | null;
}

/** What one part of the selection gave. */
export type PartAnswer = { ok: true; companies: readonly FoundCompany[] } | { ok: false; message: string };

export type PartsAction = { type: 'answered'; index: number; answer: PartAnswer } | { type: 'retried' };

export function reduceParts(parts: readonly Part[], action: PartsAction): readonly Part[] {
  switch (action.type) {
    case 'answered':
      return parts.map((part, index) => (index === action.index ? { ...part, answer: action.answer } : part));
    case 'retried':
      return parts.map((part) =>
        part.answer?.ok === false ? { ...part, attempt: part.attempt + 1, answer: null } : part,
      );
  }
}

/** Searches that run at the same time. HubSpot answers five a second of one account. */
const AT_ONCE = 4;

/** The parts whose search has begun, with their place; a part that is answered stays among them. */
export function begunParts(parts: readonly Part[]): { part: Part; index: number }[] {
  let running = 0;
  return parts.flatMap((part, index) => {
    if (part.answer !== null) return [{ part, index }];
    running += 1;
    return running > AT_ONCE ? [] : [{ part, index }];
  });
}

/** How far the reading has come. Counts are of companies. */
export interface Progress {
  selected: number;
  answered: number;
  /** Those of parts that failed. */
  failed: number;
  isDone: boolean;
  found: readonly FoundCompany[];
  /** What HubSpot said of the first part that failed; empty where none did. */
  failure: string;
}

export function progressOf(parts: readonly Part[]): Progress {
  const sizeOf = (some: readonly Part[]) => some.reduce((sum, { ids }) => sum + ids.length, 0);
  const answered = parts.filter(({ answer }) => answer !== null);
  const failed = answered.filter(({ answer }) => answer?.ok === false);
  const [first] = failed;
  return {
    selected: sizeOf(parts),
    answered: sizeOf(answered),
    failed: sizeOf(failed),
    isDone: answered.length === parts.length,
    found: answered.flatMap(({ answer }) => (answer?.ok === true ? answer.companies : [])),
    failure: first?.answer?.ok === false ? first.answer.message : '',
  };
}
