import { cn } from "@lilink/ui";
import type { ReactNode } from "react";

/** A picture or table that may be wider than the page. What scrolls has a name and is reached by the keyboard. */
export function Scrolled({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      className={cn("overflow-x-auto", className)}
    >
      {children}
    </section>
  );
}
