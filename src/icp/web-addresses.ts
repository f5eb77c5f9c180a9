/** An address ends before the punctuation of its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()\]}])/i;

/** A text in pieces: what `isWebAddress` holds of, and what stands between. */
export function splitAtAddresses(text: string): string[] {
  return text.split(ADDRESS).filter((piece) => piece !== '');
}

/** Whether a piece of a text is an address that may be a link: http and https alone. */
export function isWebAddress(piece: string): boolean {
  return /^https?:\/\/./i.test(piece);
}
