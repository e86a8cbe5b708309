"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { forgetCopy, forgetSaved, keepCopy, readCopy } from "#lib/form/local-copy.ts";
import { type SaveState, saveTurns, useSaveLoop } from "#lib/form/use-save-loop.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { type ApplicationValues, toInput } from "./application-values.ts";

/**
 * Saves a moment after the last key; until the server has it, a copy lies on this device. It saves after the close too: only handing in
 * is late then.
 */
export function useApplicationSave(
  publicId: string,
  first: ApplicationValues,
  revision: number,
  savedAt: Date,
) {
  const client = useTRPCClient();
  const copyKey = `fund:${publicId}`;
  const [values, setValues] = useState(first);
  const typed = useRef(first);
  const known = useRef({ revision, typed: 0, acknowledged: 0, stopped: false });
  const [failed, setFailed] = useState<unknown>(null);

  const saveAll = useCallback(
    (show: (state: SaveState) => void) => {
      const now = known.current;
      const saveOne = async () => {
        const turn = now.typed;
        const sent = { publicId, revision: now.revision, ...toInput(typed.current) };
        const saved = await client.fund.save.mutate(sent).catch((error: unknown) => {
          setFailed(error);
          throw error;
        });
        setFailed(null);
        now.revision = saved.revision;
        now.acknowledged = turn;
        if (now.typed === turn) forgetSaved(copyKey);
        return saved.savedAt;
      };
      return saveTurns({ known: now, isLeft: () => now.typed !== now.acknowledged, saveOne, show });
    },
    [client, copyKey, publicId],
  );
  const { state, flush, later } = useSaveLoop({ kind: "saved", at: savedAt }, saveAll);

  const set = useCallback(
    (part: Partial<ApplicationValues>) => {
      const next = { ...typed.current, ...part };
      typed.current = next;
      setValues(next);
      known.current.typed += 1;
      keepCopy(copyKey, next, Date.now());
      if (!known.current.stopped) later();
    },
    [copyKey, later],
  );

  // What was typed and not acknowledged goes on from here, unless the server has something later.
  useEffect(() => {
    const copy = readCopy<ApplicationValues>(copyKey);
    if (!copy) return;
    if (copy.at > savedAt.getTime()) set(copy.values);
    else forgetCopy(copyKey);
  }, [copyKey, savedAt, set]);

  const revisionNow = () => known.current.revision;
  return { values, set, state, flush, revisionNow, failed };
}
