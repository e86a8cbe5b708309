import { cn } from "@lilink/ui";
import type { ReactNode } from "react";

/** A picture or table that may be wider than the page. What scrolls has a name and is reached by the keyboard; on a phone `hint` says that it does, and `always` on any screen. */
export function Scrolled({
  label,
  hint,
  always = false,
  className,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly always?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      {hint ? (
        <p className={cn("no-print mb-2 text-xs text-muted", !always && "sm:hidden")}>
          <span aria-hidden>⇆ </span>
          {hint}
        </p>
      ) : null}
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        className={cn("overflow-x-auto", className)}
      >
        {children}
      </section>
    </>
  );
}
