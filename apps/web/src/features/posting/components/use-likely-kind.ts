"use client";

import type { PostingKind } from "@lilink/model/posting";
import { useEffect, useState } from "react";
import { readParagraph } from "../actions.ts";

const pause = 500;

/** The kind that a text likely is, once it has rested: asked only where its words do not say it themselves. [MT113] */
export function useLikelyKind(
  text: string,
  isAsked: boolean,
  onAnswer: (kind: PostingKind | null) => void,
): PostingKind | null {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly likely: PostingKind | null } | null>(
    null,
  );
  const isKnown = answer?.text === text;
  useEffect(() => {
    if (!isAsked || isKnown) return;
    let over = false;
    const timer = setTimeout(async () => {
      const told = await readParagraph(text).catch(() => null);
      if (over || !told || !("found" in told)) return;
      const likely = told.found.kind?.value ?? null;
      setAnswer({ text, likely });
      onAnswer(likely);
    }, pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [isAsked, isKnown, text, onAnswer]);
  return isAsked && isKnown ? answer.likely : null;
}
