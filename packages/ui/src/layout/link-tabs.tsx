import type { ReactNode } from "react";

/** Goes on each link of LinkTabs; the current one carries `aria-current="page"`. */
export const linkTabClass =
  "-mb-px inline-flex h-10 items-center border-b-2 border-transparent whitespace-nowrap text-muted no-underline hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink";

/** Sister pages in a row that moves on a phone and breaks on a wider screen; children are the router's links with `linkTabClass`. */
export function LinkTabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="no-print more-aside relative mb-6 flex gap-x-6 overflow-x-auto border-b border-line sm:flex-wrap sm:overflow-x-visible"
    >
      {children}
    </nav>
  );
}
