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
  /** Whether the first reading of a new draft is under way: nothing is missing or told too much before it is done. */
  readonly settling: boolean;
  readonly failure: PublicError | null;
  /** Questions that somebody chose to leave in the text. */
  readonly left: ReadonlySet<string>;
};

const pause = 700;

/** What a text is read as: the concept that was given, else the one that the text names. */
const subjectOf = (found: Proposal | null, given: string) =>
  given || (found?.concepts.find(({ aside }) => !aside)?.value ?? "");

/**
 * Reads the text of a draft whenever it has rested, and again at once when its concept or its kind is chosen; `onFirst` gets what the first reading of
 * a new draft found, `onNext` what a later one found and what the one before it had. [PO16]
 */
export function useReading(
  kind: PostingKind,
  form: Pick<UseFormReturn<DraftValues>, "watch" | "getValues">,
  onFirst: ((found: Proposal) => void) | null,
  leaving: RefObject<boolean>,
  onNext: (found: Proposal, before: Proposal, isSameText: boolean) => void,
): ReadingTools {
  const [text, concept] = form.watch(["description", "concept"]);
  const [answer, setAnswer] = useState<{
    readonly text: string;
    readonly given: string;
    readonly kind: PostingKind;
    readonly found: Proposal | null;
    readonly failure: PublicError | null;
  } | null>(null);
  const words = form.watch("leftInText");
  const left = useMemo<ReadonlySet<string>>(() => new Set(words), [words]);
  const first = useRef(onFirst);
  const [isNew, setNew] = useState(onFirst !== null);
  const known = useRef<{ readonly text: string; readonly found: Proposal } | null>(null);
  const isText = answer?.text === text;
  const isRead =
    isText &&
    answer.kind === kind &&
    (concept === answer.given || concept === subjectOf(answer.found, answer.given));

  useEffect(() => {
    if (isRead || text.trim() === "") return;
    let over = false;
    const read = async () => {
      // A reading that sets out while the next page is on its way would be asked of that page.
      if (leaving.current) return;
      const told = await readParagraph(text, kind, concept || undefined).catch(() => null);
      if (over) return;
      setNew(false);
      if (!told) return;
      const found = "found" in told ? told.found : null;
      setAnswer({ text, given: concept, kind, found, failure: "error" in told ? told.error : null });
      if (found && first.current) first.current(found);
      else if (found && known.current) onNext(found, known.current.found, known.current.text === text);
      first.current = null;
      if (found) known.current = { text, found };
    };
    const timer = setTimeout(read, first.current || isText ? 0 : pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isRead, isText, text, concept, kind, leaving, onNext]);

  const found = isText ? answer.found : null;
  const failure = isText ? answer.failure : null;
  const pending = !isRead && text.trim() !== "";
  const settling = isNew && pending;
  return useMemo(
    () => ({ found, pending, settling, failure, left }),
    [found, pending, settling, failure, left],
  );
}
