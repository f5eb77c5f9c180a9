/** A page that people take to a meeting, whatever draws it: text for copying, or HTML. */
export interface MeetingPage {
  /** The company or the quarter. One line. */
  title: string;
  /** What kind of page it is, and of which day. */
  about: string;
  sections: readonly PageSection[];
}

export interface PageSection {
  heading: string;
  blocks: readonly Block[];
}

export type Block = Sentences | Entry | Table;

/** Sentences that stand by themselves. One that is `strong` says what matters most. */
interface Sentences {
  kind: 'sentences';
  sentences: readonly string[];
  isStrong?: boolean;
}

/** What people wrote about one thing, whole, with its line breaks. */
export interface Entry {
  kind: 'entry';
  term: string;
  /** Empty where nothing is written. */
  prose: string;
  /** What the app has to say about it. */
  remarks: readonly string[];
}

export interface Table {
  kind: 'table';
  /** What it is about; empty where the heading of the section says so. */
  caption: string;
  columns: readonly { title: string; isNumber?: boolean }[];
  rows: readonly (readonly string[])[];
}

/** Sentences, or nothing where there are none: for sections that are put together. */
export function sentences(texts: readonly string[], isStrong = false): Sentences[] {
  const visible = texts.filter((text) => text !== '');
  return visible.length === 0 ? [] : [{ kind: 'sentences', sentences: visible, isStrong }];
}
