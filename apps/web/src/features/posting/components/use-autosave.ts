"use client";

import type { PostingKind } from "@lilink/model/posting";
import { useCallback, useEffect, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import { forgetCopy, keepCopy } from "#lib/form/local-copy.ts";
import { type SaveState, saveTurns, useSaveLoop } from "#lib/form/use-save-loop.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { forgetAcknowledged } from "./local-copy.ts";

type AutosaveOptions = {
  readonly publicId: string;
  readonly copyKey: string;
  readonly revision: number;
  readonly savedAt: Date;
  readonly form: UseFormReturn<DraftValues>;
};

export type Naming = "title" | "summary";

const omit = <Content extends object>(content: Content, names: readonly Naming[]) =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.some((one) => one === name)));

/**
 * Saves a moment after the last key, one save at a time. Until the server has acknowledged, a copy lies on this device,
 * so that neither reload nor sign-out nor a lost connection costs a word.
 */
export function useAutosave(options: AutosaveOptions) {
  const { publicId, copyKey, revision, savedAt, form } = options;
  /** Another kind that its author chose for a draft that nobody else has seen, and which words were only made for the last one. */
  const other = useRef<{ readonly kind: PostingKind; readonly made: readonly Naming[] } | null>(null);
  const client = useTRPCClient();
  const known = useRef({ revision, typed: 0, acknowledged: 0, stopped: false });

  const saveAll = useCallback(
    (show: (state: SaveState) => void): Promise<boolean> => {
      const now = known.current;
      const saveOne = async () => {
        const turn = now.typed;
        const values = form.getValues();
        const saved = await client.posting.saveDraft.mutate({
          publicId,
          revision: now.revision,
          // What was made for another kind is made anew for this one.
          content: omit(toContent(values), other.current?.made ?? []),
          levels: toLevels(values),
          validDays: Number(values.validDays) || 180,
          ...(other.current ? { kind: other.current.kind } : {}),
        });
        now.revision = saved.revision;
        now.acknowledged = turn;
        if (now.typed === turn) forgetAcknowledged(copyKey, values);
        return saved.savedAt;
      };
      return saveTurns({ known: now, isLeft: () => now.typed !== now.acknowledged, saveOne, show });
    },
    [client, copyKey, form, publicId],
  );
  const { state, show, flush, later } = useSaveLoop({ kind: "saved", at: savedAt }, saveAll);

  const touch = useCallback(() => {
    known.current.typed += 1;
    keepCopy(copyKey, form.getValues(), Date.now());
    if (!known.current.stopped) later();
  }, [copyKey, later, form]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: touch }), [form, touch]);

  /** Goes on from another revision: with what is typed here, or (`typed` false) with what was just loaded. */
  const continueFrom = useCallback(
    (next: number, typed: boolean) => {
      const now = known.current;
      now.revision = next;
      now.stopped = false;
      if (typed) now.typed += 1;
      else {
        now.acknowledged = now.typed;
        forgetCopy(copyKey);
        show({ kind: "saved", at: new Date() });
      }
      // Ends the pause of what was typed before; nothing is saved where nothing is left to save.
      void flush();
    },
    [copyKey, flush, show],
  );

  /** Saves the draft as another kind; whether that was done. */
  const saveAs = useCallback(
    async (kind: PostingKind, made: readonly Naming[]): Promise<boolean> => {
      await flush();
      other.current = { kind, made };
      known.current.typed += 1;
      const isDone = await flush();
      if (!isDone) other.current = null;
      return isDone;
    },
    [flush],
  );

  return { state, flush, saveAs, continueFrom };
}
