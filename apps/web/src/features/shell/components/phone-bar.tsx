"use client";

import { Menu } from "lucide-react";
import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from "react";

const PhoneDrawer = lazy(() => import("./phone-drawer.tsx"));

export type PhoneBarProps = {
  readonly text: Readonly<Record<"quick" | "menu" | "more" | "close", string>>;
  /** Four places within reach of a thumb. */
  readonly quick: ReactNode;
  /** The navigation as a whole. */
  readonly nav: ReactNode;
  /** Language, appearance and account, at the foot of the drawer. */
  readonly children: ReactNode;
};

/**
 * The bottom of a phone: four places and the drawer with everything, which comes when it is asked for. A page with a bar of its own
 * there (`data-own-bar`) has no room for both.
 */
export function PhoneBar({ text, quick, nav, children }: PhoneBarProps) {
  const [isAsked, setAsked] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const leave = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("a")) setOpen(false);
  };
  return (
    <div className="no-print phone-only fixed inset-x-0 bottom-0 z-30 border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] lg:hidden [body:has([data-own-bar])_&]:hidden">
      <nav aria-label={text.quick} className="flex">
        {quick}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => {
            setAsked(true);
            setOpen(true);
          }}
          className="flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted"
        >
          <Menu aria-hidden className="size-4.5" strokeWidth={1.75} />
          {text.more}
        </button>
      </nav>
      {isAsked ? (
        <Suspense>
          <PhoneDrawer text={text} isOpen={isOpen} onOpenChange={setOpen} onClick={leave}>
            {nav}
            <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">{children}</div>
          </PhoneDrawer>
        </Suspense>
      ) : null}
    </div>
  );
}
