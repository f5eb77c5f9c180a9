import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** How large a built file is, in bytes, on disk and on the wire. */
export interface BundleSize {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export async function bundleSizes(files: readonly string[]): Promise<BundleSize[]> {
  return Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const packed = await promisify(gzip)(content);
      return { file, bytes: content.length, gzipBytes: packed.length };
    }),
  );
}
