import type { ReactNode } from "react";
import { type SaveLabels, SaveLinks } from "./live/save-links.tsx";
import type { ChartTable } from "./table.ts";

export type ChartFrameProps = {
  readonly title: string;
  /** Where the heading above says the same. */
  readonly hideTitle?: boolean;
  readonly subtitle?: string | undefined;
  readonly source?: ReactNode;
  /** The same figures as text: behind every chart stands its table. */
  readonly table: ChartTable;
  /** Absent where the page prints the table beside the chart. */
  readonly tableLabel?: string | undefined;
  /** With them the chart can be saved as a picture. */
  readonly save?: SaveLabels | undefined;
  readonly children: ReactNode;
};

/** A chart with its title, its source and, one click away, its table. */
export function ChartFrame({
  title,
  hideTitle,
  subtitle,
  source,
  table,
  tableLabel,
  save,
  children,
}: ChartFrameProps) {
  return (
    <figure className="@container flex min-w-0 flex-col gap-2">
      <figcaption className={hideTitle ? "sr-only" : undefined}>
        <span className="font-medium">{title}</span>
        {subtitle ? <span className="ml-2 text-sm text-muted">{subtitle}</span> : null}
      </figcaption>
      {children}
      {source ? <p className="text-xs text-muted">{source}</p> : null}
      {save ? (
        <div className="no-print text-sm">
          <SaveLinks name={title} labels={save} />
        </div>
      ) : null}
      {tableLabel === undefined ? null : (
        <details className="no-print text-sm">
          <summary className="w-fit text-muted">{tableLabel}</summary>
          <table className="mt-2 w-full border-collapse">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                {table.head.map((name, index) => (
                  <th key={name} scope="col" className={cellClass(index)}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.key}>
                  {row.cells.map((cell, index) => (
                    <td key={table.head[index] ?? index} className={cellClass(index)}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </figure>
  );
}

function cellClass(index: number): string {
  return `border-b border-line py-1 ${index === 0 ? "text-left" : "pl-4 text-right"}`;
}
