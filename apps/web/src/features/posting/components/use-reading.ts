"use client";

import type { PublicError } from "@lilink/api";
import type { PostingKind } from "@lilink/model/posting";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { type Proposal, readParagraph } from "../actions.ts";
import type { DraftValues } from "./draft-values.ts";

export type ReadingTools = {
  /** What was read of the text as it stands; null while it is not read or was typed over. */
  readonly found: Proposal | null;
  readonly pending: boolean;
  readonly failure: PublicError | null;
  /** Questions that somebody chose to leave in the text. */
  readonly left: ReadonlySet<string>;
};

const pause = 700;

/** Reads the text of a draft whenever it has rested; `onFirst` gets what the first reading of a new draft found. */
export function useReading(
  kind: PostingKind,
  form: Pick<UseFormReturn<DraftValues>, "watch" | "getValues">,
  onFirst: ((found: Proposal) => void) | null,
  leaving: RefObject<boolean>,
): ReadingTools {
  const text = form.watch("description");
  const [answer, setAnswer] = useState<{
    readonly text: string;
    readonly found: Proposal | null;
    readonly failure: PublicError | null;
  } | null>(null);
  const words = form.watch("leftInText");
  const left = useMemo<ReadonlySet<string>>(() => new Set(words), [words]);
  const first = useRef(onFirst);
  const isRead = answer?.text === text;

  useEffect(() => {
    if (isRead || text.trim() === "") return;
    let over = false;
    const read = async () => {
      // A reading that sets out while the next page is on its way would be asked of that page.
      if (leaving.current) return;
      const concept = form.getValues("concept");
      const told = await readParagraph(text, kind, concept || undefined).catch(() => null);
      if (over || !told) return;
      const found = "found" in told ? told.found : null;
      setAnswer({ text, found, failure: "error" in told ? told.error : null });
      if (found) first.current?.(found);
      first.current = null;
    };
    const timer = setTimeout(read, first.current ? 0 : pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isRead, text, kind, form, leaving]);

  const found = isRead ? answer.found : null;
  const failure = isRead ? answer.failure : null;
  const pending = !isRead && text.trim() !== "";
  return useMemo(() => ({ found, pending, failure, left }), [found, pending, failure, left]);
}
