"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useId, useState } from "react";
import { cn } from "../class-name.ts";
import { controlClass } from "./control-class.ts";
import type { FieldAria } from "./field.tsx";
import { type Fold, matchOption, pickSearch } from "./match-option.ts";

export type ComboboxOption = {
  readonly value: string;
  readonly label: string;
  /** Further words that find it: the other language, synonyms, pinyin. */
  readonly keywords?: readonly string[];
  readonly hint?: string;
  /** The heading that it stands under; options without one stand first, above any line. */
  readonly group?: string;
};
export type ComboboxProps = Partial<FieldAria> & {
  readonly options: readonly ComboboxOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly text: { readonly placeholder: string; readonly search: string; readonly empty: string };
  readonly name?: string;
  /** Given, the options come from outside for each typed text and are not filtered here. */
  readonly onSearch?: (text: string) => void;
  /** Makes spellings of one script alike before what is typed is compared. */
  readonly fold?: Fold | undefined;
  /** Given, the list is open from the start and looks for these words. */
  readonly startWith?: string | undefined;
  readonly disabled?: boolean;
  readonly className?: string;
};

/** A choice from a long list by typing; the options may be filtered here or fetched by `onSearch`. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, text, name, onSearch, fold, startWith, disabled, className, ...aria } =
    props;
  const finds = (typed: string) =>
    options.some(({ label, keywords = [] }) => matchOption(typed, [label, ...keywords], fold) > 0);
  const [first] = useState(() => (startWith === undefined ? "" : pickSearch(startWith, finds)));
  const [open, setOpen] = useState(startWith !== undefined);
  const [search, setSearch] = useState(first);
  // Words that somebody brought and no choice has: all choices stand below the word that they are not called.
  const isLost = open && first !== "" && search === first && !finds(first);
  const listId = useId();
  const chosen = options.find((option) => option.value === value);
  const toItem = (option: ComboboxOption) => (
    <Command.Item
      key={option.value}
      value={option.value}
      keywords={[option.label, ...(option.keywords ?? [])]}
      onSelect={() => {
        onChange(option.value);
        setOpen(false);
      }}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 data-[selected=true]:bg-sunken"
    >
      <Check aria-hidden className={cn("size-4 shrink-0", option.value !== value && "invisible")} />
      <span className="min-w-0 flex-1">{option.label}</span>
      {option.hint ? <span className="text-sm text-muted">{option.hint}</span> : null}
    </Command.Item>
  );
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setSearch("");
      }}
    >
      {name ? <input type="hidden" name={name} value={value ?? ""} /> : null}
      <Popover.Trigger asChild>
        <button
          type="button"
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-haspopup="listbox"
          disabled={disabled}
          className={controlClass(cn("flex h-9 items-center justify-between gap-2 text-left", className))}
          {...aria}
        >
          <span className={cn("truncate", !chosen && "text-muted")}>{chosen?.label ?? text.placeholder}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          id={listId}
          aria-label={text.search}
          align="start"
          sideOffset={4}
          className="z-50 w-(--radix-popover-trigger-width) min-w-64 animate-appear rounded-md border border-line bg-ground shadow-overlay"
        >
          <Command
            label={text.search}
            shouldFilter={!onSearch && !isLost}
            filter={(_id, typed, names = []) => matchOption(typed, names, fold)}
          >
            <Command.Input
              placeholder={text.search}
              value={search}
              onValueChange={(typed) => {
                setSearch(typed);
                onSearch?.(typed);
              }}
              className="h-10 w-full rounded-t-md border-b border-line bg-transparent px-3 text-base outline-none placeholder:text-muted"
            />
            <Command.List label={text.search} className="max-h-72 overflow-y-auto p-1">
              {isLost ? <p className="px-2 py-1.5 text-sm text-muted">{text.empty}</p> : null}
              <Command.Empty className="px-3 py-4 text-sm text-muted">{text.empty}</Command.Empty>
              {options.filter(({ group }) => group === undefined).map(toItem)}
              {[...new Set(options.flatMap(({ group }) => group ?? []))].map((group) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="mt-1 border-t border-line pt-1 text-ink [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted"
                >
                  {options.filter((one) => one.group === group).map(toItem)}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
