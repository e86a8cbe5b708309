"use client";

import type { PostingKind } from "@lilink/model/posting";
import { useEffect, useState } from "react";
import { readParagraph } from "../actions.ts";

const pause = 500;

/** The kind that a text likely is; null where it is not to be told. */
async function askLikelyKind(text: string): Promise<{ readonly likely: PostingKind | null } | null> {
  const told = await readParagraph(text).catch(() => null);
  return told && "found" in told ? { likely: told.found.kind?.value ?? null } : null;
}

export type LikelyKind = {
  readonly likely: PostingKind | null;
  /** Asks at once, for whoever does not wait for the text to rest. */
  readonly askNow: () => Promise<void>;
};

/** The kind that a text likely is, once it has rested: asked only where its words do not say it themselves. [MT113] */
export function useLikelyKind(
  text: string,
  isAsked: boolean,
  onAnswer: (kind: PostingKind | null) => void,
): LikelyKind {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly likely: PostingKind | null } | null>(
    null,
  );
  const isKnown = answer?.text === text;
  useEffect(() => {
    if (!isAsked || isKnown) return;
    let over = false;
    const timer = setTimeout(async () => {
      const told = await askLikelyKind(text);
      if (over || !told) return;
      setAnswer({ text, ...told });
      onAnswer(told.likely);
    }, pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isAsked, isKnown, text, onAnswer]);
  const askNow = async () => {
    const told = isAsked && !isKnown ? await askLikelyKind(text) : null;
    if (!told) return;
    setAnswer({ text, ...told });
    onAnswer(told.likely);
  };
  return { likely: isAsked && isKnown ? answer.likely : null, askNow };
}
