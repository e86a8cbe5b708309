"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** Lies over each printed page and says who printed it, and when ([RA9]); on the screen there is nothing of it. */
export function PrintMark({ who }: { readonly who: string }) {
  const t = useTranslations("common.export");
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Not by a state: the pages are laid out as soon as this returns.
    const write = () => {
      if (place.current) place.current.textContent = t("mark", { who, at: new Date().toISOString() });
    };
    write();
    window.addEventListener("beforeprint", write);
    return () => window.removeEventListener("beforeprint", write);
  }, [t, who]);
  return <p ref={place} className="print-only print-mark" />;
}
