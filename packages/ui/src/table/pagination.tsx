import type { ReactNode } from "react";

export type PaginationProps = {
  readonly label: string;
  /** Links of the router that lead to the first page, one page back and one on; absent where there is none. */
  readonly first?: ReactNode;
  readonly previous?: ReactNode;
  readonly next?: ReactNode;
  /** "42 rows" or the like. */
  readonly summary?: ReactNode;
};

/** Pages by cursor: to the first, one back, one on. */
export function Pagination({ label, first, previous, next, summary }: PaginationProps) {
  return (
    <nav aria-label={label} className="no-print flex min-h-14 flex-wrap items-center gap-4 py-2">
      <span className="mr-auto text-sm text-muted">{summary}</span>
      {first}
      {previous}
      {next}
    </nav>
  );
}
