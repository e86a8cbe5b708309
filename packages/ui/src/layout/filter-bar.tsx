import type { ReactNode } from "react";

export type FilterBarProps = {
  readonly label: string;
  /** Fields of the query, each with its label above. */
  readonly children: ReactNode;
  /** Search and reset. */
  readonly actions: ReactNode;
  /** Where the query goes when it works without script. */
  readonly action?: string;
};

/** The query above a table: a plain GET form, so that the address holds its state. */
export function FilterBar({ label, children, actions, action }: FilterBarProps) {
  return (
    <search aria-label={label} className="no-print mb-4 block border-y border-line py-4">
      <form
        method="get"
        action={action}
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 max-sm:[&>:first-child:nth-last-child(even)]:col-span-2 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]"
      >
        {children}
        <div className="flex items-center gap-2 max-sm:col-span-2">{actions}</div>
      </form>
    </search>
  );
}
