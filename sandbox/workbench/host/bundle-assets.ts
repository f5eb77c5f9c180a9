import { build } from 'esbuild';
import { basename, extname, join } from 'node:path';

const FOLDER = import.meta.dirname;

/** Bundles page, styles and worker in memory, by file name: what runs is always built from what stands here. */
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
