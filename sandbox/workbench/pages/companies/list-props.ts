import type { Property } from '../crm-objects.ts';
import type { ListState } from './list-state.ts';
import type { Listed } from './use-companies.ts';

/** Props of the company list and its parts. `change` goes back to the first page. */
export interface ListProps {
  listed: Listed;
  state: ListState;
  change: (changes: Partial<ListState>) => void;
}

export interface ListPageProps extends ListProps {
  /** Reads the companies again. */
  refresh: () => void;
}

/** Props of the parts that show or choose columns. */
export interface ColumnsProps extends Omit<ListProps, 'listed'> {
  columns: readonly Property[];
}
