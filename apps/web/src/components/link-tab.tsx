"use client";

import { linkTabClass } from "@lilink/ui";
import type { ComponentProps, ReactNode } from "react";
import { Link } from "#lib/i18n/navigation.ts";

export type LinkTabProps = {
  readonly href: ComponentProps<typeof Link>["href"];
  readonly current: boolean;
  readonly children: ReactNode;
};

// On a phone the row may be wider than the screen, and the page that is open may lie outside. The row alone moves.
function show(tab: HTMLAnchorElement | null) {
  const row = tab?.parentElement;
  if (!row) return;
  const [inner, outer] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

/** One page of LinkTabs, in the language of the page it stands on. */
export function LinkTab({ href, current, children }: LinkTabProps) {
  return (
    <Link
      href={href}
      className={linkTabClass}
      aria-current={current ? "page" : undefined}
      ref={current ? show : undefined}
    >
      {children}
    </Link>
  );
}
