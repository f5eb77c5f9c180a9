import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Command } from 'commander';

import { amount } from '../usecases/amount.ts';
import { nameWithId } from '../usecases/names.ts';
import { type LeftPartner, readPartners } from '../usecases/meeting/read-partners.ts';
import { partnerPage } from '../usecases/meeting/partner-page.ts';
import { quarterPage } from '../usecases/meeting/quarter-page.ts';
import { readQuarter } from '../usecases/meeting/read-quarter.ts';
import { inBulkUnderPolicy } from '../usecases/policy/with-policy.ts';
import { requirePresent } from '../usecases/meeting/read-decisions.ts';
import { NAME_SOMETHING } from '../messages/meeting.ts';
import { writeOut } from './out-file.ts';
import { pageHtml } from './page-html.tsx';
import { EXIT, type JsonOption, type Run, connectInBulk, print, showProgress } from './terminal.ts';
import { badInput, reasonOf } from './typed.ts';
import { typedCompany, typedQuarter } from './typed-companies.ts';

interface PackOptions extends JsonOption {
  out: string;
  quarter?: string;
}

/** What `icp evidence-pack` wrote. */
interface Pack {
  folder: string;
  pages: { companyId: string; companyName: string; file: string }[];
  quarter: { quarter: string; file: string } | null;
  left: LeftPartner[];
}

/** `icp evidence-pack`: pages for a meeting, one HTML file each. */
export function evidencePackCommand(run: Run): Command {
  return new Command('evidence-pack')
    .description('Write a page to print or send for each company, and one for a quarter.')
    .argument('[companyId...]', 'the ids of company records')
    .option('--out <folder>', 'where the pages are written; the folder is made', 'evidence-pack')
    .option('--quarter <quarter>', 'a page of this quarter too, such as 2027-Q1')
    .addHelpText('after', '\nA page is one file that loads nothing. A second run writes the same files anew.')
    .action(async (typed: string[], { out, quarter: typedText, json }: PackOptions) => {
      const ids = typed.map(typedCompany);
      const quarter = typedText === undefined ? null : typedQuarter(typedText);
      if (ids.length === 0 && quarter === null) throw badInput('companyId', NAME_SOMETHING);
      const { context } = connectInBulk(run);
      const { onProgress, end } = showProgress(run, 'companies');
      const pack: Pack = { folder: out, pages: [], quarter: null, left: [] };
      try {
        if (ids.length > 0) {
          const bulk = await inBulkUnderPolicy(context);
          await requirePresent(bulk);
          const { records, left } = await readPartners(bulk, ids, onProgress);
          pack.left.push(...left);
          for (const record of records) {
            const { companyId, companyName } = record;
            const file = await writePage(
              run,
              out,
              `${fileNameOf(companyName)}-${companyId}`,
              partnerPage(record),
            );
            pack.pages.push({ companyId, companyName, file });
          }
        }
        if (quarter !== null) {
          const record = await readQuarter(context, quarter, onProgress);
          const file = await writePage(run, out, `quarter-${quarter}`, quarterPage(record));
          pack.quarter = { quarter, file };
          const named = new Set(pack.left.map(({ companyId }) => companyId));
          pack.left.push(...record.left.filter(({ companyId }) => !named.has(companyId)));
        }
      } finally {
        end();
      }
      print(run, pack, json, packLines);
      if (pack.left.length > 0) run.exitCode = EXIT.badInput;
    });
}

async function writePage(
  run: Run,
  folder: string,
  name: string,
  page: Parameters<typeof pageHtml>[0],
): Promise<string> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw badInput('--out', `${folder} cannot be made: ${reasonOf(cause)}.`, cause);
  });
  const file = join(folder, `${name}.html`);
  await writeOut(run, file, (write) => write(pageHtml(page)));
  return file;
}

/** Letters and figures that every file system takes. The id behind it tells companies of one name apart. */
function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'company' : plain;
}

function packLines({ folder, pages, quarter, left }: Pack): string[] {
  return [
    ...pages.map(({ companyId, companyName, file }) => `${nameWithId(companyName, companyId)}: ${file}`),
    ...(quarter === null ? [] : [`${quarter.quarter}: ${quarter.file}`]),
    `${amount(pages.length + (quarter === null ? 0 : 1), 'page', 'pages')} written to ${folder}.`,
    ...left.map(({ companyId, reason }) => `! record ${companyId}: ${reason}`),
  ];
}
