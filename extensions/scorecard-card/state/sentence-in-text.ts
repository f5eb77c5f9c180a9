import { isBlank } from '../../../src/icp/scorecard.ts';

/** The text with the sentence on a line of its own at its end; as it is where it has that line. */
export function withSentence(text: string, sentence: string): string {
  if (isBlank(text)) return sentence;
  if (hasSentence(text, sentence)) return text;
  return /[\r\n]$/.test(text) ? `${text}${sentence}` : `${text}\n${sentence}`;
}

export function hasSentence(text: string, sentence: string): boolean {
  return text.split(/[\r\n]+/).some((line) => line.trim() === sentence.trim());
}
