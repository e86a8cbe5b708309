import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export type Column<Row> = {
  readonly key: string;
  /** The column's name; also shown beside the value on a phone. */
  readonly label: string;
  /** What stands in the head instead of the bare label, e.g. a link that sorts. */
  readonly head?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right, so that their digits align. */
  readonly align?: "start" | "end";
  readonly sorted?: "ascending" | "descending" | undefined;
  /** The column that names the row: a row header, and the heading of its card on a phone. */
  readonly lead?: boolean;
  readonly className?: string;
};
export type DataTableProps<Row> = {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Stands in place of the table when there is no row. */
  readonly empty?: ReactNode;
  readonly className?: string;
};

/** Dense rows under a sticky head; cards below 640 px. Works in server components. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, empty, className } = props;
  if (rows.length === 0 && empty) return empty;
  return (
    <table className={cn("table-cards w-full border-collapse text-left", className)}>
      <caption className={showCaption ? "pb-2 text-left font-semibold" : "sr-only"}>{caption}</caption>
      <thead className="sticky top-14 z-10 bg-ground">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.sorted}
              className={cn(
                "h-9 border-b border-edge px-3 text-sm font-medium whitespace-nowrap text-muted first:pl-0 last:pr-0",
                column.align === "end" && "text-right",
              )}
            >
              {column.head ?? column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="hover:bg-raised">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = cn(
    "h-10 border-b border-line px-3 py-1.5 align-middle font-normal first:pl-0 last:pr-0",
    column.align === "end" && "text-right tabular-nums",
    column.className,
  );
  if (column.lead) {
    return (
      <th scope="row" data-lead data-label={column.label} className={cn(className, "font-medium")}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td data-label={column.label} className={className}>
      {column.cell(row)}
    </td>
  );
}
