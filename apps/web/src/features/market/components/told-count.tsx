import type { ReactNode } from "react";

/** A count of a table: on a phone its name stands beside it, and a zero is left out. */
export function ToldCount({
  label,
  count,
  children = count,
}: {
  readonly label: string;
  readonly count: number;
  readonly children?: ReactNode;
}) {
  if (count === 0) return <span data-silent>0</span>;
  return (
    <>
      <span className="text-muted sm:hidden">{label} </span>
      {children}
    </>
  );
}
