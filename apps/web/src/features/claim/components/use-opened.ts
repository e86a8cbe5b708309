"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";

const keyOf = (file: string) => `lilink-opened:${file}`;

/** Which of these files were opened from the claim around `inside`, on this visit to the browser. */
function useOpened(inside: RefObject<HTMLElement | null>, files: readonly string[]): number {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const known = files.join(" ");
  useEffect(() => {
    const all = known === "" ? [] : known.split(" ");
    setOpened(new Set(all.filter((file) => sessionStorage.getItem(keyOf(file)) !== null)));
    const around = inside.current?.closest("article");
    const note = (event: Event) => {
      const href = (event.target as HTMLElement).closest("a")?.getAttribute("href") ?? "";
      const file = all.find((one) => href.endsWith(`/api/files/${one}`));
      if (!file) return;
      sessionStorage.setItem(keyOf(file), "1");
      setOpened((before) => new Set([...before, file]));
    };
    around?.addEventListener("click", note);
    return () => around?.removeEventListener("click", note);
  }, [inside, known]);
  return opened.size;
}

export type Looked = { readonly words: string; readonly seen: boolean };

/** The sentence that says how many of the proofs were opened, and whether that is all that there are, of one at least. [OR15] */
export function useLooked(inside: RefObject<HTMLElement | null>, proofs: readonly string[]): Looked {
  const t = useTranslations("organization.review");
  const opened = useOpened(inside, proofs);
  const count = proofs.length;
  if (count === 0) return { words: t("unprovenBody"), seen: false };
  if (opened >= count) return { words: t("openedAll", { count }), seen: true };
  const words = opened > 0 ? t("openedSome", { count, opened }) : t("openedNone", { count });
  return { words, seen: false };
}
