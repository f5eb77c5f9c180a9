import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface ParsedComponent {
  readonly componentType: string;
  readonly metaFilePath: string;
}

const PARSE = `
import { translate } from '@hubspot/project-parsing-lib/translate';
const [projectSourceDir, platformVersion] = process.argv.slice(1);
const context = { projectSourceDir, platformVersion, accountId: -1 };
const { intermediateRepresentation, skippedHsMetaFiles } = await translate(context, { skipValidation: true });
console.log(JSON.stringify({ components: intermediateRepresentation.intermediateNodesIndexedByUid, skipped: skippedHsMetaFiles }));
`;

/** Lets HubSpot's own parser read a project; it is ESM, which jest cannot load, so it runs in a child. */
export async function parseProject(
  sourceFolder: string,
  platformVersion: string,
): Promise<{ components: Record<string, ParsedComponent>; skipped: unknown[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--input-type=module', '-e', PARSE],
    ...[sourceFolder, platformVersion],
  ]);
  return JSON.parse(stdout) as { components: Record<string, ParsedComponent>; skipped: unknown[] };
}
