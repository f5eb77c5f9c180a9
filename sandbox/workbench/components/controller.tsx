import { createController, type Controller } from '@remote-ui/react/host';
import { Button, ButtonRow, LoadingButton } from './button.tsx';
import { BarChart, LineChart } from './charts.tsx';
import { Checkbox, RadioButton, Toggle } from './checks.tsx';
import { Accordion, Card, Tile } from './containers.tsx';
import { DateInput, TimeInput } from './date-inputs.tsx';
import { Dropdown, DropdownButtonItem } from './dropdown.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner, UnknownComponent } from './feedback.tsx';
import {
  DescriptionList,
  DescriptionListItem,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
} from './figures.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { AutoGrid, Box, Divider, Flex, Inline, Spacer, Stack } from './layout.tsx';
import { Illustration, Image, Link } from './link.tsx';
import { ProgressBar, ScoreCircle, StepIndicator } from './meters.tsx';
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
import { CurrencyInput, NumberInput } from './number-inputs.tsx';
import { Select } from './select.tsx';
import { StepperInput } from './stepper-input.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './table.tsx';
import { Tab, Tabs } from './tabs.tsx';
import { StatusTag, Tag } from './tags.tsx';
import { Input, SearchInput, TextArea } from './text-inputs.tsx';
import { Heading, List, Text } from './text.tsx';
import { ToggleGroup } from './toggle-group.tsx';
import { Tooltip } from './tooltip.tsx';

/** What this workbench draws, under the names that cross from the card. */
const COMPONENTS = {
  ...{ AutoGrid, Box, Divider, Flex, Inline, Spacer, Stack },
  ...{ Accordion, Card, Tab, Tabs, Tile },
  ...{ Heading, Icon, Illustration, Image, Link, List, StatusTag, Tag, Text, Tooltip },
  ...{ DescriptionList, DescriptionListItem, Statistics, StatisticsItem, StatisticsTrend },
  ...{ Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow },
  ...{ BarChart, LineChart, ProgressBar, ScoreCircle, StepIndicator },
  ...{ Button, ButtonRow, Dropdown, DropdownButtonItem, LoadingButton },
  ...{ Checkbox, CurrencyInput, DateInput, Form, Input, MultiSelect, NumberInput, RadioButton },
  ...{ SearchInput, Select, StepperInput, TextArea, Textarea: TextArea, TimeInput, Toggle, ToggleGroup },
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
