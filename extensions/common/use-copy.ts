import { useState } from 'react';

export type CopyText = (text: string) => Promise<void>;

/** What came of copying a text. A button tells it as long as it would still copy that text. */
export interface Copied {
  of: string;
  words: string;
  isDone: boolean;
}

interface CopyWords {
  done?: string;
  /** Browsers may refuse the clipboard. */
  refused?: string;
}

/** Copies a text, and says what came of it. */
export function useCopy(
  copyText: CopyText,
  { done = 'Copied', refused = 'The browser refused: select the text and copy it by hand.' }: CopyWords = {},
) {
  const [copied, setCopied] = useState<Copied | null>(null);
  const copy = async (text: string) => {
    try {
      await copyText(text);
      setCopied({ of: text, words: done, isDone: true });
    } catch {
      setCopied({ of: text, words: refused, isDone: false });
    }
  };
  return { copied, copy };
}
