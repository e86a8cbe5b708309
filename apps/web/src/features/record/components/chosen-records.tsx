"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

/** A row that may be chosen: what a step on it names, and the steps that the reader may take. */
export type ChoosableRecord = {
  readonly publicId: string;
  readonly revision: number;
  readonly steps: readonly string[];
};

/** Why a step on a row was refused, by the row's public id. */
export type Refusals = ReadonlyMap<string, readonly string[]>;

type Chosen = {
  readonly rows: readonly ChoosableRecord[];
  readonly chosen: readonly ChoosableRecord[];
  readonly refusals: Refusals;
  /** What came of the last step, until another row is chosen. */
  readonly outcome: string | null;
  readonly choose: (publicIds: readonly string[], isChosen: boolean) => void;
  /** After a step: what was done is no longer chosen, what was refused stays so and says why. */
  readonly settle: (done: readonly string[], refusals: Refusals, outcome: string) => void;
  readonly clear: () => void;
};

const ChosenContext = createContext<Chosen | null>(null);

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (!chosen) throw new Error("no list of records around this");
  return chosen;
}

/** Which rows of a list are chosen. A row that leaves the page is chosen no longer. */
export function ChosenRecords({
  rows,
  children,
}: {
  readonly rows: readonly ChoosableRecord[];
  readonly children: ReactNode;
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<Refusals>(new Map());
  const [outcome, setOutcome] = useState<string | null>(null);
  const value = useMemo<Chosen>(
    () => ({
      rows,
      chosen: rows.filter(({ publicId }) => ids.has(publicId)),
      refusals,
      outcome,
      choose: (publicIds, isChosen) => {
        setOutcome(null);
        setIds((now) => {
          const others = [...now].filter((id) => !publicIds.includes(id));
          return new Set(isChosen ? [...others, ...publicIds] : others);
        });
      },
      settle: (done, refused, said) => {
        setIds((now) => new Set([...now].filter((id) => !done.includes(id))));
        setRefusals(refused);
        setOutcome(said);
      },
      clear: () => {
        setIds(new Set());
        setRefusals(new Map());
        setOutcome(null);
      },
    }),
    [rows, ids, refusals, outcome],
  );
  return <ChosenContext value={value}>{children}</ChosenContext>;
}

/** The box of one row, and beside it why a step on the row was refused. */
export function ChooseRecord({ publicId, label }: { readonly publicId: string; readonly label: string }) {
  const { chosen, refusals, choose } = useChosen();
  const refused = refusals.get(publicId) ?? [];
  const noteId = `refused-${publicId}`;
  return (
    <>
      <input
        type="checkbox"
        className="choice-box"
        aria-label={label}
        aria-describedby={refused.length > 0 ? noteId : undefined}
        checked={chosen.some((row) => row.publicId === publicId)}
        onChange={(event) => choose([publicId], event.target.checked)}
      />
      {refused.length > 0 ? (
        <ul id={noteId} className="mt-1 min-w-40 text-sm font-normal text-danger">
          {refused.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The box of all rows of the page; half set while some are chosen. */
export function ChooseAll({ label, shows }: { readonly label: string; readonly shows?: boolean }) {
  const { rows, chosen, choose } = useChosen();
  const isAll = rows.length > 0 && chosen.length === rows.length;
  return (
    <label className="inline-flex items-center gap-2">
      <input
        type="checkbox"
        className="choice-box"
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = chosen.length > 0 && !isAll;
        }}
        onChange={() =>
          choose(
            rows.map(({ publicId }) => publicId),
            !isAll,
          )
        }
      />
      <span className={shows ? undefined : "sr-only"}>{label}</span>
    </label>
  );
}
