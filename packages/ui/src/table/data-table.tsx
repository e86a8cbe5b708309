import { Fragment, type ReactNode } from "react";
import { cn } from "../class-name.ts";

export type Column<Row> = {
  readonly key: string;
  /** The column's name; also shown beside the value on a phone. */
  readonly label: string;
  /** What stands in the head instead of the bare label, e.g. a link that sorts. */
  readonly head?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right, so that their digits align; on a phone three of them stand side by side, each under its column's name. */
  readonly align?: "start" | "end";
  readonly sorted?: "ascending" | "descending" | undefined;
  /** The column that names the row: a row header, and the heading of its card on a phone. */
  readonly lead?: boolean;
  /** Its values say what they are: on a phone they follow one another in a line, without the column's name; one that holds data-silent is left out there, as a figure is. */
  readonly speaks?: boolean;
  /** A box to choose the row by: on a phone it stands before the name of the card. */
  readonly chooses?: boolean;
  /** A short value: on a phone three of them stand side by side, each under its column's name, as numbers do. */
  readonly brief?: boolean;
  /** Buttons, which say what they do: on a phone they stand in a line of their own at the foot of the card, without the column's name. */
  readonly acts?: boolean;
  readonly className?: string;
};
export type DataTableProps<Row> = {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row whose thing is open beside the table. */
  readonly isCurrent?: (row: Row) => boolean;
  /** The heading above a row; it stands once above neighbours that share it. A group without one begins at once. */
  readonly groupOf?: (row: Row) => { readonly key: string; readonly heading: ReactNode };
  /** A phone shows ten rows, and all of them where this is opened, which says how many there are. Paper and wide screens show all. */
  readonly moreOnPhone?: string;
  /** Stands in place of the table when there is no row. */
  readonly empty?: ReactNode;
  readonly className?: string;
};

/** Dense rows under a sticky head; cards below 640 px. Works in server components. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, isCurrent, groupOf, empty, className, moreOnPhone } =
    props;
  if (rows.length === 0 && empty) return empty;
  const looks = columns.map(toLooks);
  const table = (
    <table className={cn("dense-table table-cards w-full border-collapse text-left", className)}>
      <caption className={showCaption ? "pb-2 text-left font-semibold" : "sr-only"}>{caption}</caption>
      <thead className="sticky top-14 z-10 bg-ground">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              {...(column.sorted ? { "aria-sort": column.sorted } : {})}
              {...(column.align === "end" ? { className: "text-right" } : {})}
            >
              {column.head ?? column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const before = rows[index - 1];
          const group = groupOf?.(row);
          const isNew =
            group && group.heading !== null && (before === undefined || groupOf?.(before).key !== group.key);
          return (
            <Fragment key={rowKey(row)}>
              {isNew ? (
                <tr data-group={group.key}>
                  <th colSpan={columns.length} scope="rowgroup" className="bg-raised">
                    {group.heading}
                  </th>
                </tr>
              ) : null}
              <tr {...(isCurrent?.(row) ? { "aria-current": true, className: "bg-raised" } : {})}>
                {columns.map((column, at) => toCell(column, row, looks[at]))}
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
  if (!moreOnPhone || rows.length <= mostFolded) return table;
  return (
    <div className="ten-on-phone">
      {table}
      <details className="py-3 sm:hidden">
        <summary className="text-link">{moreOnPhone}</summary>
      </details>
    </div>
  );
}

/** Two rows more than ten are not worth a press. */
const mostFolded = 12;

type Looks = { readonly [name: `data-${string}`]: string | boolean; readonly className?: string };

// What is not there is left out, not undefined: each name would be sent with each cell.
function toLooks<Row>({ label, align, lead, speaks, brief, chooses, acts, className }: Column<Row>): Looks {
  const classes = cn(align === "end" && "text-right tabular-nums", className);
  return {
    ...(lead ? { "data-lead": true } : {}),
    ...(chooses ? { "data-chooses": true } : {}),
    ...(acts ? { "data-acts": true } : {}),
    "data-label": label,
    ...(speaks && !lead ? { "data-speaks": true } : {}),
    ...((align === "end" || brief) && !speaks && !lead ? { "data-figure": true } : {}),
    ...(classes ? { className: classes } : {}),
  };
}

// A function and no component: a page has hundreds of cells, and each component is work of its own.
function toCell<Row>({ key, cell, lead }: Column<Row>, row: Row, looks: Looks | undefined) {
  return lead ? (
    <th key={key} scope="row" {...looks}>
      {cell(row)}
    </th>
  ) : (
    <td key={key} {...looks}>
      {cell(row)}
    </td>
  );
}
