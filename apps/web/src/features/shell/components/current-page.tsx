"use client";

import { useEffect } from "react";
import { currentOf } from "#lib/current-of.ts";
import { usePathname } from "#lib/i18n/navigation.ts";

/**
 * Marks the items of the navigation that lead to the open page and opens their subject; the layout is not drawn anew when the page changes.
 * @param under where a page lies if not where its address tells: one's own posting is among one's own
 */
export function CurrentPage({ under }: { readonly under?: string }) {
  const open = usePathname();
  const path = under ?? open;
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLElement>("[data-nav]")];
    const current = currentOf(
      links.map(({ dataset }) => dataset.nav ?? ""),
      path,
    );
    for (const link of links) {
      const isCurrent = link.dataset.nav === current;
      link.ariaCurrent = isCurrent ? "page" : null;
      if (isCurrent) link.closest("details")?.toggleAttribute("open", true);
    }
  }, [path]);
  return null;
}
