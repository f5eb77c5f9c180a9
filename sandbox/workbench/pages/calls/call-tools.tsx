import Search from 'lucide-react/icons/search';
import { replaceQuery } from '../address.tsx';
import { STATUS_CHOICES, WHO_CHOICES, type CallFilter } from './call-filter.ts';

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  choose: (value: string) => void;
}

function Choice({ label, value, choices, choose }: ChoiceProps) {
  return (
    <label className="log-filter">
      <span>{label}</span>
      <select className="ui-input ui-select" value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CallToolsProps {
  filter: CallFilter;
  isFollowing: boolean;
  follow: (isFollowing: boolean) => void;
  clear: () => void;
}

/** Filters are in the address; following and clearing are not. */
export function CallTools({ filter, isFollowing, follow, clear }: CallToolsProps) {
  return (
    <div className="page-tools call-tools">
      <label className="page-search ui-search">
        <span className="ui-hidden">Search calls</span>
        <Search />
        <input
          className="ui-input"
          type="search"
          placeholder="Path, name, scope or status"
          value={filter.words}
          onChange={(event) => replaceQuery('q', event.target.value)}
        />
      </label>
      <Choice
        label="Who"
        value={filter.who}
        choices={WHO_CHOICES}
        choose={(who) => replaceQuery('who', who)}
      />
      <Choice
        label="Status"
        value={filter.status}
        choices={STATUS_CHOICES}
        choose={(status) => replaceQuery('status', status)}
      />
      <div className="rule-buttons">
        <button type="button" className="ui-button is-secondary is-sm" onClick={() => follow(!isFollowing)}>
          {isFollowing ? 'Pause' : 'Follow'}
        </button>
        <button type="button" className="ui-button is-secondary is-sm" onClick={clear}>
          Clear
        </button>
      </div>
    </div>
  );
}
