import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runChild } from './run-child.ts';

export interface ParsedComponent {
  readonly uid: string;
  readonly componentType: string;
  readonly metaFilePath: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What HubSpot's parser makes of a project. */
export interface ParsedProject {
  readonly components: readonly ParsedComponent[];
  readonly skipped: readonly unknown[];
  /** What it finds wrong; null when it accepts the project. */
  readonly refusal: string | null;
}

/** The parser asks HubSpot for JSON Schemas of the configurations; here it gets ours. */
const PARSE = `
import { http } from '@hubspot/local-dev-lib/http';
import { translate } from '@hubspot/project-parsing-lib/translate';
const [projectSourceDir, platformVersion, profile, schemas] = process.argv.slice(1);
http.get = () => Promise.resolve({ data: JSON.parse(schemas) });
const context = { projectSourceDir, platformVersion, accountId: 1 };
const done = (found) => console.log(JSON.stringify({ components: [], skipped: [], refusal: null, ...found }));
try {
  const { intermediateRepresentation, skippedHsMetaFiles: skipped } = await translate(context, { profile });
  done({ components: Object.values(intermediateRepresentation.intermediateNodesIndexedByUid), skipped });
} catch (error) {
  done({ refusal: error.toString() });
}
`;

const SCHEMAS = {
  APPLICATION: 'application',
  CARD: 'card',
  APP_FUNCTION: 'app-function',
  SETTINGS: 'settings',
  CRM_BULK_ACTION: 'crm-bulk-action',
  WORKFLOW_ACTION: 'workflow-action',
  WEBHOOKS: 'webhooks',
};

/** Lets HubSpot's own parser read and validate a built project under a profile. */
export async function parseProject(projectFolder: string, profile: string): Promise<ParsedProject> {
  const read = async (...path: string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(...path), 'utf8')) as unknown;
  const { srcDir, platformVersion } = (await read(projectFolder, 'hsproject.json')) as Record<string, string>;
  const schemas = await Promise.all(
    Object.entries(SCHEMAS).map(async ([type, name]) => [
      type,
      await read(__dirname, 'project-schemas', `${name}.json`),
    ]),
  );
  const texts = [join(projectFolder, srcDir ?? ''), platformVersion ?? '', profile];
  return (await runChild(PARSE, ...texts, JSON.stringify(Object.fromEntries(schemas)))) as ParsedProject;
}
