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

/** The sentence that says how many of the proofs were opened. [OR15] */
export function useLooked(inside: RefObject<HTMLElement | null>, proofs: readonly string[]): string {
  const t = useTranslations("organization.review");
  const opened = useOpened(inside, proofs);
  const count = proofs.length;
  if (count === 0) return t("unprovenBody");
  if (opened >= count) return t("openedAll", { count });
  return opened > 0 ? t("openedSome", { count, opened }) : t("openedNone", { count });
}
