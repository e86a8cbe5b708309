"use client";

import type { ErrorCode } from "@lilink/model/error";
import { useCallback, useEffect, useRef, useState } from "react";
import { readPublicError } from "#lib/public-error.ts";

/** Where typed text lies; untouched: nothing was typed yet and the page does not tell since when it is saved. */
export type SaveState =
  | { readonly kind: "untouched" | "waiting" | "saving" | "offline" | "signedOut" | "conflict" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly code: ErrorCode };

const pause = 800;
const retryPause = 5_000;
const longest = 15_000;
/** Faults that pass: what was typed stays here and is sent again. */
const passing: readonly ErrorCode[] = ["UNAVAILABLE", "NO_SPACE", "INTERNAL", "LIMIT_REACHED"];

/** How a save is sent: one that nobody answers is given up after 15 seconds, so that it is sent again. */
export function saveOptions(): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(longest) };
}

/** What to say of a save that failed. @example toSaveFailure({ code: "NOT_SIGNED_IN" }) // { kind: "signedOut" } */
export function toSaveFailure(error: unknown): SaveState {
  const { code } = readPublicError(error);
  if (passing.includes(code)) return { kind: "offline" };
  if (code === "NOT_SIGNED_IN") return { kind: "signedOut" };
  return code === "CONFLICT" ? { kind: "conflict" } : { kind: "refused", code };
}

type Turns = {
  /** Whether something was met that has to be settled before anything more is saved. */
  readonly known: { stopped: boolean };
  readonly isLeft: () => boolean;
  /** Saves what is left as it stands; answers since when it is saved. */
  readonly saveOne: () => Promise<Date>;
  readonly show: (state: SaveState) => void;
};

/** Saves turn by turn until nothing is left, for what was typed meanwhile is left again; false where something stands in the way. */
export async function saveTurns({ known, isLeft, saveOne, show }: Turns): Promise<boolean> {
  while (isLeft()) {
    if (known.stopped) return false;
    show({ kind: "saving" });
    try {
      show({ kind: "saved", at: await saveOne() });
    } catch (error) {
      const failure = toSaveFailure(error);
      known.stopped = failure.kind === "conflict";
      show(failure);
      return false;
    }
  }
  return true;
}

/**
 * The rhythm of whatever saves itself: a moment after the last key, one save at a time, at once where the page is left,
 * again where the connection was away. `saveAll` saves what is not saved yet and answers whether nothing stands in the way.
 */
export function useSaveLoop(
  first: SaveState,
  saveAll: (show: (state: SaveState) => void) => Promise<boolean>,
) {
  const [state, show] = useState<SaveState>(first);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Saves what is not saved yet; false where something stands in the way. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= saveAll(show).finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveAll]);

  /** Something was typed. */
  const later = useCallback(() => {
    show({ kind: "waiting" });
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pause);
  }, [flush]);

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

  return { state, show, flush, later };
}
