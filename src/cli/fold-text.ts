const WIDTH = 100;

/** Folds a text at spaces into lines of at most 100 characters, each behind the indent, the first behind its own. */
export function foldText(text: string, indent = '', first = indent): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isEmpty = line === (lines.length === 0 ? first : indent);
    if (isEmpty) line += word;
    else if (line.length + 1 + word.length <= WIDTH) line += ` ${word}`;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return [...lines, line].join('\n');
}
