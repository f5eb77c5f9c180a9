/** @jsxRuntime automatic @jsxImportSource react */
// Said here too, because tsx reads only the tsconfig of the folder that it is started in.

import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { isInvisible, withoutControls } from '../icp/visible-text.ts';
import { isWebAddress, splitAtAddresses } from '../icp/web-addresses.ts';
import type { Block, Entry, MeetingPage, Table } from '../usecases/meeting/page.ts';
import { PAGE_POLICY, PAGE_STYLE } from './page-style.ts';

/** A page for the meeting as one HTML file, to be printed or sent. React escapes every text. */
export function pageHtml(page: MeetingPage): string {
  return `<!DOCTYPE html>\n${renderToStaticMarkup(<Document {...page} />)}\n`;
}

function Document({ title, about, sections }: MeetingPage) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={PAGE_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{withoutControls(`${title} · ${about}`)}</title>
        {/* React would escape its quotes, which a style does not read */}
        <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
      </head>
      <body>
        <header>
          <h1 dir="auto">{withoutControls(title)}</h1>
          <p>{withoutControls(about)}</p>
        </header>
        <main>
          {sections.map(({ heading, blocks }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              {blocks.map((block, index) => (
                <BlockOf key={index} block={block} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}

function BlockOf({ block }: { block: Block }) {
  if (block.kind === 'entry') return <EntryOf {...block} />;
  if (block.kind === 'table') return <TableOf {...block} />;
  const className = block.isStrong === true ? 'strong' : undefined;
  return block.sentences.map((sentence, index) => (
    <p key={index} className={className} dir="auto">
      <Linked text={sentence} />
    </p>
  ));
}

function EntryOf({ term, prose, remarks }: Entry) {
  return (
    <>
      <h3 dir="auto">{withoutControls(term)}</h3>
      {!isInvisible(prose) && (
        <p className="prose" dir="auto">
          <Linked text={prose.trim()} />
        </p>
      )}
      {remarks.map((remark, index) => (
        <p key={index} className="remark" dir="auto">
          <Linked text={remark} />
        </p>
      ))}
    </>
  );
}

function TableOf({ caption, columns, rows }: Table) {
  const classOf = (index: number) => (columns[index]?.isNumber === true ? 'number' : undefined);
  return (
    <table>
      {caption !== '' && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ title }, index) => (
            <th key={title} scope="col" className={classOf(index)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, index) => (
              <td key={index} className={classOf(index)} dir="auto">
                <Linked text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A text with its web addresses as links. Nothing else becomes one. */
function Linked({ text }: { text: string }) {
  return splitAtAddresses(withoutControls(text)).map((piece, index) =>
    isWebAddress(piece) ? (
      <a key={index} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ) : (
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}
