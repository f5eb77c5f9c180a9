/** Something to do that has nothing to do with the call: shown beside its answer. */
export interface Notice {
  message: string;
  link: { label: string; url: string };
}
