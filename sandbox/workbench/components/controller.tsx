import { createController, type Controller } from '@remote-ui/react/host';
import { CrmPropertyList } from '../pages/card/crm-property-list.tsx';
import { Button, ButtonRow, LoadingButton } from './button.tsx';
import { Checkbox, RadioButton, Toggle } from './checks.tsx';
import { Accordion, Tile } from './containers.tsx';
import { DateInput } from './date-input.tsx';
import { Dropdown, DropdownButtonItem } from './dropdown.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, UnknownComponent } from './feedback.tsx';
import {
  DescriptionList,
  DescriptionListItem,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
} from './figures.tsx';
import { AutoGrid, Box, Divider, Flex } from './layout.tsx';
import { Link } from './link.tsx';
import { ProgressBar, StepIndicator } from './meters.tsx';
import {
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
} from './modal-and-panel.tsx';
import { MultiSelect } from './multi-select.tsx';
import { NumberInput } from './number-input.tsx';
import { Select } from './select.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table.tsx';
import { Tab, Tabs } from './tabs.tsx';
import { StatusTag, Tag } from './tags.tsx';
import { Input, SearchInput, TextArea } from './text-inputs.tsx';
import { Heading, List, Text } from './text.tsx';
import { ToggleGroup } from './toggle-group.tsx';
import { Tooltip } from './tooltip.tsx';

/** What this workbench draws, under the names that cross from the card. */
const COMPONENTS = {
  ...{ AutoGrid, Box, Divider, Flex },
  ...{ Accordion, Tab, Tabs, Tile },
  ...{ Heading, Link, List, StatusTag, Tag, Text, Tooltip },
  ...{ DescriptionList, DescriptionListItem, Statistics, StatisticsItem, StatisticsTrend },
  ...{ Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow },
  ...{ ProgressBar, StepIndicator },
  ...{ Button, ButtonRow, Dropdown, DropdownButtonItem, LoadingButton },
  ...{ Checkbox, DateInput, Input, MultiSelect, NumberInput, RadioButton },
  ...{ SearchInput, Select, TextArea, Toggle, ToggleGroup },
  ...{ CrmPropertyList },
  ...{ Alert, EmptyState, ErrorState, LoadingSpinner },
  ...{ Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelFooter, PanelSection },
};

/** Finds the page's component for each element of a card. */
export const controller: Controller = createController(COMPONENTS, {
  renderComponent: ({ component, key }, original) => {
    const name = String(component.type);
    return Object.hasOwn(COMPONENTS, name) ? (
      original.renderDefault()
    ) : (
      <UnknownComponent key={key} name={name} />
    );
  },
});
