import Eye from 'lucide-react/icons/eye';
import type { RecordKey } from '../crm-objects.ts';
import { createContext, useContext } from 'react';

const PreviewContext = createContext<(record: RecordKey) => void>(() => {});
export const PreviewProvider = PreviewContext.Provider;

/** Opens the preview of a record over the page. */
function usePreview(): (record: RecordKey) => void {
  return useContext(PreviewContext);
}

interface PreviewButtonProps {
  record: RecordKey;
  /** What the record is called. */
  name: string;
}

export function PreviewButton({ record, name }: PreviewButtonProps) {
  const preview = usePreview();
  return (
    <button
      type="button"
      id={`preview-${record.id}`}
      className="ui-icon-button preview-button"
      title="Preview"
      aria-label={`Preview ${name}`}
      aria-haspopup="dialog"
      onClick={() => preview(record)}
    >
      <Eye />
    </button>
  );
}
