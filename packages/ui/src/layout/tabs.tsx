"use client";

import { Tabs as Base } from "radix-ui";
import type { ReactNode } from "react";

export type TabItem = { readonly value: string; readonly label: ReactNode; readonly content: ReactNode };
export type TabsProps = {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onValueChange?: (value: string) => void;
};

/** Views of one thing on one page; where each has an address of its own, use LinkTabs. */
export function Tabs({ label, items, defaultValue, ...rest }: TabsProps) {
  return (
    <Base.Root defaultValue={defaultValue ?? items[0]?.value ?? ""} {...rest}>
      <Base.List aria-label={label} className="no-print mb-4 flex gap-6 overflow-x-auto border-b border-line">
        {items.map((item) => (
          <Base.Trigger
            key={item.value}
            value={item.value}
            className="-mb-px h-10 border-b-2 border-transparent whitespace-nowrap text-muted hover:text-ink data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {item.label}
          </Base.Trigger>
        ))}
      </Base.List>
      {items.map((item) => (
        <Base.Content key={item.value} value={item.value}>
          {item.content}
        </Base.Content>
      ))}
    </Base.Root>
  );
}
