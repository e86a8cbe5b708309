"use client";

import type { ErrorCode } from "@lilink/model/error";
import { figureKey } from "@lilink/model/return";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SaveState } from "#features/posting/components/use-autosave.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnForm } from "../queries.ts";
import type { Conflict, FigureStore } from "./figure-store.ts";

const pause = 800;
const retryPause = 5_000;
/** So many figures go in one save. */
const batch = 200;

function toFailure(code: ErrorCode): SaveState {
  if (code === "UNAVAILABLE" || code === "NO_SPACE") return { kind: "offline" };
  return code === "NOT_SIGNED_IN" ? { kind: "signedOut" } : { kind: "refused", code };
}

type SavingOptions = Pick<ReturnForm, "publicId" | "version" | "findings"> & {
  readonly store: FigureStore;
  readonly savedAt: Date;
};

/** Saves a moment after the last key, one save at a time; conflicts stay aside until one of both values is chosen. */
export function useSaving({ publicId, version, store, savedAt, findings: first }: SavingOptions) {
  const client = useTRPCClient();
  const [state, setState] = useState<SaveState>({ kind: "saved", at: savedAt });
  const [findings, setFindings] = useState(first);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const aside = useRef(new Set<string>());
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const saveAll = useCallback(async (): Promise<boolean> => {
    const next = () => store.listUnsaved().filter(({ place }) => !aside.current.has(figureKey(place)));
    try {
      for (let sent = next().slice(0, batch); sent.length > 0; sent = next().slice(0, batch)) {
        setState({ kind: "saving" });
        const values = sent.map(({ place: { component, site, place }, raw, unit, revision }) => ({
          component,
          site,
          place: [...place],
          raw,
          unit,
          revision,
        }));
        const answer = await client.return.saveValues.mutate({ publicId, version, values });
        store.acknowledge(sent, answer.saved);
        setFindings(answer.findings);
        const met = answer.conflicts.map(({ component, site, place, theirs }): Conflict => {
          const at = { component, site, place };
          return { key: figureKey(at), place: at, theirs };
        });
        for (const { key } of met) aside.current.add(key);
        if (met.length > 0) setConflicts((known) => [...known, ...met]);
        setState({ kind: "saved", at: answer.savedAt });
      }
    } catch (error) {
      setState(toFailure(readPublicError(error).code));
      return false;
    }
    if (aside.current.size > 0) setState({ kind: "conflict" });
    return aside.current.size === 0;
  }, [client, publicId, store, version]);

  /** Saves what is not saved yet; false where something stands in the way. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= saveAll().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveAll]);

  useEffect(() => {
    store.onType = () => {
      setState({ kind: "waiting" });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pause);
    };
    const hide = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", hide);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      store.onType = () => undefined;
      void flush();
    };
  }, [store, flush]);

  useEffect(() => {
    if (state.kind !== "offline") return;
    const again = setTimeout(flush, retryPause);
    window.addEventListener("online", flush);
    return () => {
      clearTimeout(again);
      window.removeEventListener("online", flush);
    };
  }, [state, flush]);

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
