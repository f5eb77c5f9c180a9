/** @returns undefined for what is no whole number between the two */
export function wholeNumberIn(text: string, lowest: number, highest: number): number | undefined {
  const number = Number(text);
  const isWhole = text.trim() !== '' && Number.isInteger(number);
  return isWhole && number >= lowest && number <= highest ? number : undefined;
}
