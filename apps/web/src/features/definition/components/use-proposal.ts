"use client";

import {
  type Definition,
  type DefinitionEdit,
  type DefinitionFault,
  editDefinition,
  judgeDefinition,
  toEdit,
} from "@lilink/model/goals/definition";
import { useMemo, useState } from "react";
import type { DefinitionData } from "../queries.ts";

/** The edit of a proposal as it is typed, and all that is at fault with the definition that would come of it. */
export function useProposal(definition: Definition, usable: DefinitionData["usable"]) {
  const [edit, setEdit] = useState<DefinitionEdit>(() => toEdit(definition));
  const others = useMemo(() => new Map(usable.map((one) => [one.component.code, one])), [usable]);
  const next = useMemo(
    () => editDefinition(definition, edit, (code) => others.has(code)),
    [definition, edit, others],
  );
  const faults: readonly DefinitionFault[] = useMemo(() => judgeDefinition(next, others), [next, others]);
  return {
    edit,
    next,
    faults,
    change: (part: Partial<DefinitionEdit>) => setEdit((before) => ({ ...before, ...part })),
  };
}

export type Proposal = ReturnType<typeof useProposal>;

/** A list with one entry changed. */
export function changed<T>(list: readonly T[], at: number, part: Partial<T>): readonly T[] {
  return list.map((one, place) => (place === at ? { ...one, ...part } : one));
}
