// What export and import say.

/** @param why one of the sentences below */
export const cannotBeImported = (why: string) => `The file cannot be imported: ${why}`;
export const WORKBOOK = 'it is a workbook. Save it as "CSV UTF-8" and import that file.';
export const NOT_TEXT =
  'it is no text in UTF-8, UTF-16 or Windows-1252. Save it as "CSV UTF-8" and import that file.';
export const tooLarge = (size: string) =>
  `it has ${size}, and an import takes 20 MB at most. Split it into several files, each with the header row.`;
export const tooManyRows = (rows: string) =>
  `it has ${rows}, and an import takes 200,000 at most. Split it into several files, each with the header row.`;
export const noKeyColumn = (id: string, domain: string) =>
  `its first row names neither ${id} nor ${domain}. The first row has to name the columns, as icp export does.`;
export const idShortened = (id: string) =>
  `a spreadsheet shortened this id to ${id}, and its last digits are lost. Export again, format the column as text or as a number without decimals before you save, or leave the cell empty to go by domain.`;
export const domainShared = (count: number, domain: string, ids: string, column: string) =>
  `${count} companies have the domain ${domain}: ${ids}. Give the ${column}.`;
export const companyUnknown = (id: string) =>
  `there is no company ${id}. It may have been deleted, or merged into another one.`;
export const companyUnread = (id: string, reason: string) =>
  `HubSpot did not say what company ${id} holds, so the row was left out. ${reason} Then import it again.`;
export const exportIncomplete = (companies: string, reason: string) =>
  `The file is not whole: ${companies} missing. ${reason} Then export again.`;
export const exportBrokenOff = (companies: string) =>
  `The export broke off after ${companies}. What was printed is not whole, and no file was written. Export again.`;
export const sameCompany = (lines: string, id: string) =>
  `line ${lines} is about the same company, ${id}. Keep one of them.`;
export const CHANGED_DURING_IMPORT = 'somebody changed this while the file was imported. Their value stays.';
export const changedAfterImport = (value: string, who: string) =>
  `the row was written, and ${who} has changed it to ${value} since. That value stays.`;
export const replacedDuringImport = (value: string, who: string) =>
  `the row replaced ${value}, which ${who} wrote while the file was imported. Look which is right.`;
export const importBrokenOff = (written: string, rows: string) =>
  `The import broke off: ${written} of ${rows} rows are known to be written. What is written stays. Run the same command again: it goes on with the rest.`;
export const NOTHING_WRITTEN = 'Nothing was written. To write: --apply --by name@example.com';
export const dealsNotUpdated = (reason: string) =>
  `The deals do not show the new verdicts yet. ${reason} Then run: icp deals`;

// What a spreadsheet did to a cell.

export const numberUnclear = (cell: string, thousands: number) =>
  `a spreadsheet wrote this number as ${cell}, which can be ${thousands} or a number with decimals. Write ${thousands}, or format the column without a mark for thousands.`;
export const dayUnclear = (cell: string, one: string, other: string) =>
  `a spreadsheet wrote this day as ${cell}, which can be ${one} or ${other}. Format the column as YYYY-MM-DD in the spreadsheet, then save and import again.`;
export const dayTwoOrders = (cell: string, one: string, other: string) =>
  `a spreadsheet wrote this day as ${cell}, which can be ${one} or ${other}, and other cells of the column have both orders. Look each day up, then format the column as YYYY-MM-DD in the spreadsheet.`;
export const dayWithoutCentury = (cell: string) =>
  `a spreadsheet wrote this day as ${cell}, with two digits for the year. Format the column as YYYY-MM-DD in the spreadsheet, then save and import again.`;
export const dayInWords = (cell: string) =>
  `a spreadsheet wrote this day as ${cell}, with a month in words. Format the column as YYYY-MM-DD in the spreadsheet, then save and import again.`;
export const dayOtherCalendar = (cell: string) =>
  `a spreadsheet wrote this day as ${cell}, with a year that looks like one of another calendar. Format the column as YYYY-MM-DD in the spreadsheet, then save and import again.`;
export const DAY_AS_NUMBER =
  'a spreadsheet wrote this day as the number that it counts days by. Format the column as YYYY-MM-DD in the spreadsheet, then save and import again.';
export const CELL_TOO_NARROW =
  'the column was too narrow for the spreadsheet, which saved # in place of the value. Widen the column, then save and import again.';
export const CELL_FAILED =
  'a spreadsheet took this text for a formula and saved its error. Format the column as text, write the text again, then save and import.';
export const READ_AS_WINDOWS =
  'The file is not in UTF-8, so it was read as Windows-1252, as Excel saves it in Western Europe and America. If letters with accents are wrong, save it as "CSV UTF-8".';

/** @param columns names with commas between */
export const decisionsNotImported = (columns: string) =>
  `Decisions are made on the card, so not imported: ${columns}.`;
