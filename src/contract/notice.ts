/** Something to do that has nothing to do with the call: shown beside its answer. */
export interface Notice {
  message: string;
  /** Where the person can see to it. */
  link?: { label: string; url: string };
}
