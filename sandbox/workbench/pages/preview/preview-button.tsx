import Eye from 'lucide-react/icons/eye';
import type { RecordKey } from '../record-key.ts';
import { usePreview } from './preview-context.ts';

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
