import { cn } from "@lilink/ui";
import type { ReactNode } from "react";

export type NarrowColumn<Row> = {
  readonly key: string;
  readonly label: string;
  readonly align?: "end";
  readonly className?: string;
  readonly cell: (row: Row) => ReactNode;
};

/** Few short columns: it stays a table on a phone, where cards would put each value somewhere else. The first column names the row. */
export function NarrowTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  className,
}: {
  readonly caption: string;
  readonly columns: readonly NarrowColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly className?: string;
}) {
  const lookOf = ({ align, className: own }: NarrowColumn<Row>) =>
    cn(align === "end" && "text-right tabular-nums", own);
  return (
    <table className={cn("dense-table w-full text-left", className)}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={lookOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.key} scope="row" className={lookOf(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={lookOf(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
