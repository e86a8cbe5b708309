import { DataTable, type DataTableProps } from "@lilink/ui";

export type PartTableProps<Row> = Omit<DataTableProps<Row>, "caption" | "showCaption"> & {
  readonly title: string;
};

/** A table of a definition under its own heading. */
export function PartTable<Row>({ title, ...table }: PartTableProps<Row>) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <DataTable caption={title} {...table} />
    </div>
  );
}
