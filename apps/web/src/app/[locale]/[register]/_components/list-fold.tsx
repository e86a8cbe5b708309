import type { Register } from "@lilink/model/register";
import type { ReactNode } from "react";

/** Registers whose picture names every record: the list below it says the same again. */
const toldByPicture: ReadonlySet<Register["name"]> = new Set([
  "exchangeEvent",
  "fundCall",
  "importPlan",
  "overseasProject",
]);

type ListFoldProps = {
  readonly register: Register;
  readonly label: string;
  /** The reader asked for something, has a record open, or keeps the records here. */
  readonly open: boolean;
  readonly children: ReactNode;
};

/** The list of a register, behind its name where the picture above it holds the same records. */
export function ListFold({ register, label, open, children }: ListFoldProps) {
  if (!toldByPicture.has(register.name) || open) return children;
  return (
    <details className="folds-everywhere">
      <summary className="w-fit text-link">{label}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}
