"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useRouter } from "../i18n/navigation.ts";
import { forgetCopy, forgetSaved, keepCopy, readCopy } from "./local-copy.ts";
import { type SaveState, saveTurns, useSaveLoop } from "./use-save-loop.ts";

type Words = { readonly text: string; readonly seen: string };

export type SavedTextOptions = {
  readonly copyKey: string;
  /** What the server has, as the page read it. */
  readonly written: string;
  /** Saves `text` for whoever saw `seen`; anybody who saw something else meets a conflict. */
  readonly save: (words: Words) => Promise<unknown>;
};

/**
 * One long text that saves itself as it is typed. Until the server has acknowledged, it lies on this device too; where
 * another person or window wrote meanwhile, `theirs` stands beside it until one of both is chosen.
 */
export function useSavedText({ copyKey, written, save }: SavedTextOptions) {
  const router = useRouter();
  const [text, setText] = useState(written);
  const now = useRef({ text: written, seen: written, read: written, stopped: false, saved: false });
  const saving = useRef(save);
  saving.current = save;

  const saveAll = useCallback(
    async (show: (state: SaveState) => void): Promise<boolean> => {
      const known = now.current;
      const saveOne = async () => {
        const words = { text: known.text, seen: known.seen };
        await saving.current(words);
        known.seen = words.text;
        known.saved = true;
        if (known.text === words.text) forgetSaved(copyKey);
        return new Date();
      };
      const wasStopped = known.stopped;
      const isSaved = await saveTurns({ known, isLeft: () => known.text !== known.seen, saveOne, show });
      // What another wrote comes with the page.
      if (known.stopped && !wasStopped) router.refresh();
      return isSaved;
    },
    [copyKey, router],
  );
  const { state, show, flush, later } = useSaveLoop({ kind: "untouched" }, saveAll);

  const type = useCallback(
    (next: string) => {
      const known = now.current;
      known.text = next;
      setText(next);
      keepCopy<Words>(copyKey, { text: next, seen: known.seen }, Date.now());
      if (!known.stopped) later();
    },
    [copyKey, later],
  );

  // The revision seen when it was typed decides whether what lay on this device meets another's words.
  useEffect(() => {
    const kept = readCopy<Words>(copyKey)?.values;
    if (kept === undefined) return;
    const known = now.current;
    if (kept.text.trim() === known.seen.trim()) return forgetCopy(copyKey);
    known.seen = kept.seen;
    type(kept.text);
  }, [copyKey, type]);

  useEffect(() => {
    const known = now.current;
    if (written === known.read) return;
    known.read = written;
    if (known.text !== known.seen || written.trim() === known.seen.trim()) return;
    known.text = written;
    known.seen = written;
    setText(written);
  }, [written]);

  /** Saves at once as the field is left; the page is read again, so that a way back shows what was saved. */
  const leave = useCallback(async () => {
    if (!(await flush()) || !now.current.saved) return;
    now.current.saved = false;
    router.refresh();
  }, [flush, router]);

  /** Goes on from what the other wrote: with what is typed here, or with theirs. */
  const settle = useCallback(
    (mine: boolean) => {
      const known = now.current;
      known.stopped = false;
      known.seen = known.read;
      if (mine) return void flush();
      known.text = known.read;
      setText(known.read);
      forgetCopy(copyKey);
      show({ kind: "saved", at: new Date() });
    },
    [copyKey, flush, show],
  );

  return { text, type, state, flush, leave, settle };
}
