import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const BUILD = join(__dirname, '..', '..', '..', 'build');

export interface FunctionProject {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes a built project whose functions are given as the bodies of their `main(context)`. */
export async function functionProject(bodies: Readonly<Record<string, string>>): Promise<FunctionProject> {
  // inside build/, so that the functions find the packages of the project
  await mkdir(BUILD, { recursive: true });
  const folder = await mkdtemp(join(BUILD, 'test-functions-'));
  const functions = join(folder, 'src', 'app', 'functions');
  await mkdir(functions, { recursive: true });
  for (const [uid, body] of Object.entries(bodies)) {
    const config = { entrypoint: `/app/functions/${uid}.js`, secretKeys: [] };
    await writeFile(
      join(functions, `${uid}-hsmeta.json`),
      JSON.stringify({ uid, type: 'app-function', config }),
    );
    await writeFile(join(functions, `${uid}.js`), `exports.main = async (context) => { ${body} };`);
  }
  await writeFile(join(functions, 'package.json'), JSON.stringify({ type: 'commonjs' }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
