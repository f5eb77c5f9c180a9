// What export and import say.

/** @param why one of the sentences below */
export const cannotBeImported = (why: string) => `The file cannot be imported: ${why}`;
export const WORKBOOK = 'it is a workbook. Save it as "CSV UTF-8" and import that file.';
export const NOT_UTF8 = 'it is not in UTF-8. Save it as "CSV UTF-8" and import that file.';
export const NOT_COMMAS = 'its columns are not separated by commas. Save it with commas as separators.';
export const noKeyColumn = (id: string, domain: string) =>
  `its first row names neither ${id} nor ${domain}. The first row has to name the columns, as icp export does.`;
export const idShortened = (id: string) =>
  `a spreadsheet shortened this id to ${id}. Format the column as text before you open the file, or leave the cell empty to go by domain.`;
export const domainShared = (count: number, domain: string, ids: string, column: string) =>
  `${count} companies have the domain ${domain}: ${ids}. Give the ${column}.`;
export const companyUnknown = (id: string) =>
  `there is no company ${id}. It may have been deleted, or merged into another one.`;
export const sameCompany = (lines: string, id: string) =>
  `line ${lines} is about the same company, ${id}. Keep one of them.`;
export const CHANGED_DURING_IMPORT = 'somebody changed this while the file was imported. Their value stays.';
export const NOTHING_WRITTEN = 'Nothing was written. To write: --apply --by name@example.com';
export const dealsNotUpdated = (reason: string) =>
  `The deals do not show the new verdicts yet. ${reason} Then run: icp deals`;
