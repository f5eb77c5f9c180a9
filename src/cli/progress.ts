/**
 * Shows how far work in bulk is, in one line that is written over, where a person watches. Nothing is shown in a pipe or
 * a log.
 */
export function showProgress(what: string): {
  onProgress: (done: number, of: number) => void;
  end: () => void;
} {
  const { stderr } = process;
  let shown = 0;
  return {
    onProgress(done, of) {
      if (!stderr.isTTY) return;
      const line = `${done.toLocaleString('en')} of ${of.toLocaleString('en')} ${what}`;
      stderr.write(`\r${line.padEnd(shown)}`);
      shown = line.length;
    },
    end() {
      if (shown > 0) stderr.write(`\r${' '.repeat(shown)}\r`);
      shown = 0;
    },
  };
}
