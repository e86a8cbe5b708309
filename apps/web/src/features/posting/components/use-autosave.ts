"use client";

import type { ErrorCode } from "@lilink/model/error";
import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { forgetAcknowledged, forgetCopy, keepCopy } from "./local-copy.ts";

export type SaveState =
  | { readonly kind: "waiting" | "saving" | "offline" | "signedOut" | "conflict" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly code: ErrorCode };

type AutosaveOptions = {
  readonly publicId: string;
  readonly copyKey: string;
  readonly revision: number;
  readonly savedAt: Date;
  readonly form: UseFormReturn<DraftValues>;
};

const pause = 800;
const retryPause = 5_000;

function toFailure(error: unknown): SaveState {
  const { code } = readPublicError(error);
  if (code === "UNAVAILABLE" || code === "NO_SPACE") return { kind: "offline" };
  if (code === "NOT_SIGNED_IN") return { kind: "signedOut" };
  return code === "CONFLICT" ? { kind: "conflict" } : { kind: "refused", code };
}

/**
 * Saves a moment after the last key, one save at a time. Until the server has acknowledged, a copy lies on this device,
 * so that neither reload nor sign-out nor a lost connection costs a word.
 */
export function useAutosave({ publicId, copyKey, revision, savedAt, form }: AutosaveOptions) {
  const client = useTRPCClient();
  const [state, setState] = useState<SaveState>({ kind: "saved", at: savedAt });
  const known = useRef({ revision, typed: 0, acknowledged: 0, stopped: false });
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const saveAll = useCallback(async (): Promise<boolean> => {
    const now = known.current;
    while (now.typed !== now.acknowledged) {
      if (now.stopped) return false;
      const turn = now.typed;
      const values = form.getValues();
      setState({ kind: "saving" });
      try {
        const saved = await client.posting.saveDraft.mutate({
          publicId,
          revision: now.revision,
          content: { ...toContent(values) },
          levels: toLevels(values),
          validDays: Number(values.validDays) || 180,
        });
        now.revision = saved.revision;
        now.acknowledged = turn;
        if (now.typed === turn) forgetAcknowledged(copyKey, values);
        setState({ kind: "saved", at: saved.savedAt });
      } catch (error) {
        const failure = toFailure(error);
        now.stopped = failure.kind === "conflict";
        setState(failure);
        return false;
      }
    }
    return true;
  }, [client, copyKey, form, publicId]);

  /** Saves what is not saved yet; false where something stands in the way. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= saveAll().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveAll]);

  const touch = useCallback(() => {
    known.current.typed += 1;
    keepCopy(copyKey, form.getValues(), Date.now());
    if (known.current.stopped) return;
    setState({ kind: "waiting" });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pause);
  }, [copyKey, flush, form]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: touch }), [form, touch]);

  useEffect(() => {
    if (state.kind !== "offline") return;
    const again = setTimeout(flush, retryPause);
    window.addEventListener("online", flush);
    return () => {
      clearTimeout(again);
      window.removeEventListener("online", flush);
    };
  }, [state, flush]);

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", hide);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      void flush();
    };
  }, [flush]);

  /** Goes on from another revision: with what is typed here, or (`typed` false) with what was just loaded. */
  const continueFrom = useCallback(
    (next: number, typed: boolean) => {
      const now = known.current;
      now.revision = next;
      now.stopped = false;
      if (typed) now.typed += 1;
      else {
        now.acknowledged = now.typed;
        clearTimeout(timer.current);
        forgetCopy(copyKey);
        setState({ kind: "saved", at: new Date() });
        return;
      }
      void flush();
    },
    [copyKey, flush],
  );

  return { state, flush, continueFrom };
}
