import { createContext, useContext } from 'react';
import type { RecordKey } from '../record-key.ts';

const PreviewContext = createContext<(record: RecordKey) => void>(() => {});
export const PreviewProvider = PreviewContext.Provider;

/** Opens the preview of a record over the page. */
export function usePreview(): (record: RecordKey) => void {
  return useContext(PreviewContext);
}
