import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type FilterBarProps = {
  readonly label: string;
  /** Fields of the query, each with its label above. */
  readonly children: ReactNode;
  /** Search and reset. */
  readonly actions: ReactNode;
  /** Where the query goes when it works without script. */
  readonly action?: string;
  /** On a phone it is folded behind this; on a wide screen it is one line, and each control says by itself what it is of. */
  readonly fold?: string;
};

/** The query above a table: a plain GET form, so that the address holds its state. */
export function FilterBar({ label, children, actions, action, fold }: FilterBarProps) {
  const form = (
    <form
      method="get"
      action={action}
      className={cn(
        "grid grid-cols-2 items-end gap-x-4 gap-y-3",
        fold === undefined
          ? "max-sm:[&>:first-child:nth-last-child(even)]:col-span-2 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]"
          : "max-sm:py-2 sm:flex sm:flex-wrap sm:gap-2 sm:[&_label]:sr-only sm:[&>div]:min-w-0 sm:[&>div:not(:last-child)]:flex-[1_1_9.5rem]",
      )}
    >
      {children}
      <div className="flex items-center gap-2 max-sm:col-span-2">{actions}</div>
    </form>
  );
  if (fold === undefined)
    return (
      <search aria-label={label} className="no-print mb-4 block border-y border-line py-4">
        {form}
      </search>
    );
  return (
    <search aria-label={label} className="no-print mb-3 block">
      <details className="folds-on-phone">
        <summary className="py-1.5 font-medium sm:hidden">{fold}</summary>
        {form}
      </details>
    </search>
  );
}
