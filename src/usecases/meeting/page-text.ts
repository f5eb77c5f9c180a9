import { withoutControls } from '../../icp/visible-text.ts';
import type { Block, MeetingPage } from './page.ts';

/** A page as plain text for a mail or a document: every line break of what people wrote stays, and addresses as they are. */
export function pageText({ title, about, sections }: MeetingPage): string {
  const parts = [
    `${title}\n${about}`,
    ...sections.map(({ heading, blocks }) => [heading.toUpperCase(), ...blocks.map(blockText)].join('\n')),
  ];
  return `${withoutControls(parts.join('\n\n'))}\n`;
}

function blockText(block: Block): string {
  if (block.kind === 'sentences') return block.sentences.join('\n');
  if (block.kind === 'entry')
    return [`- ${block.term}`, ...[block.prose, ...block.remarks].filter(Boolean).map(indented)].join('\n');
  const { caption, columns, rows } = block;
  return [...(caption === '' ? [] : [caption]), ...rows.map((row) => `- ${rowText(row, columns)}`)].join(
    '\n',
  );
}

/** `Customer overlap: rating 5, counted 5, weight 30, points 150` */
function rowText([first = '', ...cells]: readonly string[], columns: readonly { title: string }[]): string {
  const named = cells.flatMap((cell, index) =>
    cell === '' ? [] : [`${(columns[index + 1]?.title ?? '').toLowerCase()} ${cell}`.trim()],
  );
  return named.length === 0 ? first : `${first}: ${named.join(', ')}`;
}

function indented(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => `  ${line}`)
    .join('\n');
}
