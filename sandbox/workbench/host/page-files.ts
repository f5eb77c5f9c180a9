import { build } from 'esbuild';
import { basename, extname, join } from 'node:path';
import type { WorkbenchSettings } from './settings.ts';

const FOLDER = import.meta.dirname;

/** Bundles page, styles and worker in memory, from source. @returns texts by file name */
export async function bundleAssets(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(FOLDER, '../pages/page.tsx'), out: 'page' },
      { in: join(FOLDER, '../pages/page.css'), out: 'styles' },
      { in: join(FOLDER, 'worker/worker.ts'), out: 'worker' },
    ],
    bundle: true,
    write: false,
    outdir: 'assets',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

export function contentTypeOf(fileName: string): string {
  return `${TYPES[extname(fileName)] ?? 'application/octet-stream'}; charset=utf-8`;
}

/** The one HTML page. Escapes `<` in the settings, which could end their script element. */
export function pageHtml(settings: WorkbenchSettings): string {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Partner ICP workbench</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/styles.css" />
    <script type="application/json" id="workbench-settings">${json}</script>
    <script src="/assets/page.js" defer></script>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;
}
