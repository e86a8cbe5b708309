"use client";

import { figureKey } from "@lilink/model/return";
import { useCallback, useEffect, useRef, useState } from "react";
import { type SaveState, saveOptions, toSaveFailure, useSaveLoop } from "#lib/form/use-save-loop.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnForm } from "../queries.ts";
import type { Conflict, FigureStore } from "./figure-store.ts";

/** So many figures go in one save. */
const batch = 200;

type SavingOptions = Pick<ReturnForm, "publicId" | "version" | "findings"> & {
  readonly store: FigureStore;
  /** Null where nothing was ever saved. */
  readonly savedAt: Date | null;
};

/** Saves a moment after the last key, one save at a time; conflicts stay aside until one of both values is chosen. */
export function useSaving({ publicId, version, store, savedAt, findings: first }: SavingOptions) {
  const client = useTRPCClient();
  const [findings, setFindings] = useState(first);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const aside = useRef(new Set<string>());

  const saveAll = useCallback(
    async (show: (state: SaveState) => void): Promise<boolean> => {
      const next = () => store.listUnsaved().filter(({ place }) => !aside.current.has(figureKey(place)));
      try {
        for (let sent = next().slice(0, batch); sent.length > 0; sent = next().slice(0, batch)) {
          show({ kind: "saving" });
          const values = sent.map(({ place: { component, site, place }, raw, unit, revision }) => ({
            component,
            site,
            place: [...place],
            raw,
            unit,
            revision,
          }));
          const answer = await client.return.saveValues.mutate({ publicId, version, values }, saveOptions());
          store.acknowledge(sent, answer.saved);
          setFindings(answer.findings);
          const met = answer.conflicts.map(({ component, site, place, theirs }): Conflict => {
            const at = { component, site, place };
            return { key: figureKey(at), place: at, theirs };
          });
          for (const { key } of met) aside.current.add(key);
          if (met.length > 0) setConflicts((known) => [...known, ...met]);
          show({ kind: "saved", at: answer.savedAt });
        }
      } catch (error) {
        const failure = toSaveFailure(error);
        show(failure.kind === "conflict" ? { kind: "refused", code: "CONFLICT" } : failure);
        return false;
      }
      if (aside.current.size > 0) show({ kind: "conflict" });
      return aside.current.size === 0;
    },
    [client, publicId, store, version],
  );

  const { state, flush, later } = useSaveLoop(
    savedAt ? { kind: "saved", at: savedAt } : { kind: "untouched" },
    saveAll,
  );

  useEffect(() => {
    store.onType = later;
    // What was typed while the page woke up was told to nobody.
    if (store.listUnsaved().length > 0) later();
    return () => {
      store.onType = () => undefined;
    };
  }, [store, later]);

  /** One of both values was chosen. */
  const settle = useCallback(
    (conflict: Conflict, mine: boolean) => {
      if (mine) store.keepMine(conflict);
      else store.takeTheirs(conflict);
      aside.current.delete(conflict.key);
      setConflicts((known) => known.filter(({ key }) => key !== conflict.key));
      void flush();
    },
    [store, flush],
  );

  return { state, findings, setFindings, conflicts, flush, settle };
}
