import type { ReactNode } from "react";

export type LinkMatrixProps = {
  readonly caption: string;
  /** Above the names of the rows. */
  readonly head: string;
  readonly links: readonly string[];
  readonly linkName: (id: string) => string;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly cell: (row: string, link: string) => ReactNode;
};

/** Rows by links of the chain. */
export function LinkMatrix({ caption, head, links, linkName, rows, cell }: LinkMatrixProps) {
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="mb-3 text-left text-base font-medium">{caption}</caption>
      <thead>
        <tr className="border-b border-line">
          <th scope="col" className="w-36 py-1 pr-3 text-left font-normal text-muted">
            {head}
          </th>
          {links.map((id) => (
            <th key={id} scope="col" className="px-2 py-1 text-left font-normal text-muted">
              {linkName(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name }) => (
          <tr key={id} className="border-b border-line align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              {name}
            </th>
            {links.map((link) => (
              <td key={link} className="px-2 py-2">
                {cell(id, link)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
