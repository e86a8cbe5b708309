"use client";

import { useEffect } from "react";
import { currentOf } from "#lib/current-of.ts";
import { usePathname } from "#lib/i18n/navigation.ts";

/** Marks the items of the navigation that lead to the open page and opens their subject; the layout is not drawn anew when the page changes. */
export function CurrentPage() {
  const path = usePathname();
  useEffect(() => {
    markCurrent(path);
  }, [path]);
  return null;
}

/** Says of a page that it lies under another than its address tells: one's own posting is among one's own. */
export function LiesUnder({ path }: { readonly path: string }) {
  useEffect(() => {
    markCurrent(path);
  }, [path]);
  return null;
}

function markCurrent(path: string): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-nav]")];
  const current = currentOf(
    links.map(({ dataset }) => dataset.nav ?? ""),
    path,
  );
  for (const link of links) {
    if (link.dataset.nav === current) {
      link.setAttribute("aria-current", "page");
      link.closest("details")?.setAttribute("open", "");
    } else link.removeAttribute("aria-current");
  }
}
