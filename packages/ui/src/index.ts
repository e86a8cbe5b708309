export { Button, type ButtonProps, type ButtonVariants, buttonClass } from "./action/button.tsx";
export { LinkButton, type LinkButtonProps } from "./action/link-button.tsx";
export { cn } from "./class-name.ts";
export { Badge, type BadgeProps } from "./display/badge.tsx";
export { type DescriptionItem, DescriptionList } from "./display/description-list.tsx";
export { Diff, type DiffProps } from "./display/diff.tsx";
export { type DiffPart, diffText } from "./display/diff-text.ts";
export { EmptyState, type EmptyStateProps } from "./display/empty-state.tsx";
export {
  Figure,
  type FigureProps,
  type FigureState,
  type FigureText,
  figureStates,
  Stat,
  type StatProps,
  StatRow,
} from "./display/figure.tsx";
export { NoticeBox, type NoticeBoxProps, type NoticeTone } from "./display/notice-box.tsx";
export { ProgressBar, type ProgressBarProps } from "./display/progress-bar.tsx";
export { PageSkeleton, type PageSkeletonProps, Skeleton } from "./display/skeleton.tsx";
export { type Step, type StepState, Steps, type StepsProps } from "./display/steps.tsx";
export { Tag, type TagProps } from "./display/tag.tsx";
export { Timeline, type TimelineEvent } from "./display/timeline.tsx";
export { Checkbox, type CheckboxProps } from "./form/checkbox.tsx";
export { Combobox, type ComboboxOption, type ComboboxProps } from "./form/combobox.tsx";
export { ErrorSummary, type ErrorSummaryProps, type SummaryError } from "./form/error-summary.tsx";
export { Field, type FieldAria, FieldError, type FieldProps } from "./form/field.tsx";
export { RadioGroup, type RadioGroupProps, type RadioOption } from "./form/radio-group.tsx";
export { Select, type SelectOption, type SelectProps } from "./form/select.tsx";
export { Switch, type SwitchProps } from "./form/switch.tsx";
export { TextArea, type TextAreaProps } from "./form/text-area.tsx";
export { InputRow, TextInput, type TextInputProps } from "./form/text-input.tsx";
export { FilterBar, type FilterBarProps } from "./layout/filter-bar.tsx";
export { LinkTabs, linkTabClass } from "./layout/link-tabs.tsx";
export { PageHeader, type PageHeaderProps, Section, type SectionProps } from "./layout/page-header.tsx";
export { type TabItem, Tabs, type TabsProps } from "./layout/tabs.tsx";
export {
  type CommandEntry,
  type CommandGroup,
  CommandPalette,
  type CommandPaletteProps,
} from "./overlay/command-palette.tsx";
export { Dialog, DialogClose, type DialogProps, Sheet, type SheetProps } from "./overlay/dialog.tsx";
export { Menu, MenuChoice, MenuItem, MenuLabel, type MenuProps, MenuSeparator } from "./overlay/menu.tsx";
export { currentToasts, subscribeToasts, type ToastMessage, toast } from "./overlay/toast-store.ts";
export { Tooltip, TooltipProvider } from "./overlay/tooltip.tsx";
export { useCommandKey } from "./overlay/use-command-key.ts";
export { type Column, DataTable, type DataTableProps } from "./table/data-table.tsx";
export { Pagination, type PaginationProps } from "./table/pagination.tsx";
export { type Density, densities, densityCookie, toDensity } from "./theme/density.ts";
export { type ThemeChoice, themeChoices, themeCookie, toThemeChoice } from "./theme/theme-choice.ts";
export { ThemeSwitch, type ThemeSwitchProps } from "./theme/theme-switch.tsx";
export { writeChoice } from "./theme/write-choice.ts";
export { type Tone, toneColor, tones } from "./tone.ts";
