"use client";

import { Command } from "cmdk";
import { Dialog as Base } from "radix-ui";
import { type ReactNode, useDeferredValue, useRef, useState } from "react";
import { matchOption } from "../form/match-option.ts";

export type CommandEntry = {
  readonly id: string;
  readonly label: string;
  readonly keywords?: readonly string[];
  readonly hint?: string;
  /** What kind of thing it is; told on a phone too. */
  readonly kind?: string;
  /** A second line, e.g. its name in the other language. */
  readonly note?: string;
  /** Says of the label that it is not the thing's own. */
  readonly mark?: string;
  readonly icon?: ReactNode;
  /** Stays whatever is typed, e.g. "search for …". */
  readonly always?: boolean;
  readonly run: () => void;
};
export type CommandGroup = {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly CommandEntry[];
  /** Its entries answer words that were typed before; new ones are on their way. */
  readonly stale?: boolean;
};
export type CommandPaletteProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly groups: readonly CommandGroup[];
  readonly text: { readonly title: string; readonly placeholder: string; readonly empty: string };
  /** Given, called with each typed text so that results from outside can join the groups. */
  readonly onSearch?: (text: string) => void;
  /** What is said of such results: that they are waited for, or that there are none; null while there is nothing to say. */
  readonly status?: string | null;
};

function isFound({ always, label, keywords = [] }: CommandEntry, typed: string): boolean {
  return always === true || matchOption(typed, [label, ...keywords]) > 0;
}

function toFound(groups: readonly CommandGroup[], typed: string): readonly CommandGroup[] {
  return groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => isFound(entry, typed)) }))
    .filter((group) => group.entries.length > 0);
}

/** Everything within reach of a few keys. */
export function CommandPalette({ open, onOpenChange, groups, text, onSearch, status }: CommandPaletteProps) {
  const [typed, setTyped] = useState("");
  // Opened by a key there is no trigger to go back to: the focus returns to where it was.
  const before = useRef<Element | null>(null);
  // The field is there at once, and the entries with the next picture: a press never waits for a hundred of them.
  const asked = useDeferredValue<string | null>(typed, null);
  const found = asked === null ? [] : toFound(groups, asked);
  const search = (value: string) => {
    setTyped(value);
    onSearch?.(value);
  };
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        search("");
      }}
    >
      <Base.Portal>
        <Base.Overlay className="fixed inset-0 z-40 bg-[rgb(10_12_16/0.5)]" />
        <Base.Content
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
          }}
          onCloseAutoFocus={() => {
            if (before.current instanceof HTMLElement) before.current.focus();
          }}
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-ground shadow-overlay"
        >
          <Base.Title className="sr-only">{text.title}</Base.Title>
          <Command label={text.title} shouldFilter={false}>
            <Command.Input
              placeholder={text.placeholder}
              value={typed}
              onValueChange={search}
              className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none placeholder:text-muted"
            />
            <p role="status" className="px-4 pt-2 text-sm text-muted empty:hidden">
              {status}
            </p>
            <Command.List label={text.title} className="max-h-[50vh] overflow-y-auto p-2">
              {asked === typed && !status ? (
                <Command.Empty className="px-2 py-6 text-muted">{text.empty}</Command.Empty>
              ) : null}
              {found.map((group) => (
                <Command.Group
                  key={group.id}
                  heading={group.label}
                  aria-busy={group.stale}
                  className="aria-busy:opacity-50 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted"
                >
                  {group.entries.map((entry) => (
                    <Command.Item
                      key={entry.id}
                      value={entry.id}
                      onSelect={() => {
                        onOpenChange(false);
                        search("");
                        entry.run();
                      }}
                      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-2 data-[selected=true]:bg-sunken [&_svg]:size-4 [&_svg]:text-muted [&_.nav-icon]:text-muted"
                    >
                      {entry.icon}
                      <span className="min-w-0 flex-1 py-1">
                        <span className="flex min-w-0 items-center gap-2">
                          <span className="line-clamp-2">{entry.label}</span>
                          {entry.mark ? (
                            <span className="shrink-0 rounded-sm border border-dashed border-edge px-1 text-xs text-muted">
                              {entry.mark}
                            </span>
                          ) : null}
                        </span>
                        {entry.note ? (
                          <span className="block truncate text-sm text-muted">{entry.note}</span>
                        ) : null}
                      </span>
                      {entry.kind ? (
                        <span className="max-w-2/5 shrink-0 truncate text-sm text-muted">{entry.kind}</span>
                      ) : null}
                      {entry.hint ? (
                        <span className="max-w-2/5 truncate text-sm text-muted max-sm:hidden">
                          {entry.hint}
                        </span>
                      ) : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
