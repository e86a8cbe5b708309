import type { ReactNode } from "react";

export type PaginationProps = {
  readonly label: string;
  /** Links of the router that lead to the first page and the next cursor; absent where there is none. */
  readonly first?: ReactNode;
  readonly next?: ReactNode;
  /** "42 rows" or the like. */
  readonly summary?: ReactNode;
};

/** Pages by cursor: back to the first, on to the next. The browser's own back goes one page back. */
export function Pagination({ label, first, next, summary }: PaginationProps) {
  return (
    <nav aria-label={label} className="no-print flex min-h-14 flex-wrap items-center gap-4 py-2">
      <span className="mr-auto text-sm text-muted">{summary}</span>
      {first}
      {next}
    </nav>
  );
}
