"use client";

import { Tooltip as Base } from "radix-ui";
import type { ReactNode } from "react";

export const TooltipProvider = Base.Provider;

/** More words on hover and focus; never the only place where something is said. The child must take focus. */
export function Tooltip({ text, children }: { readonly text: ReactNode; readonly children: ReactNode }) {
  return (
    <Base.Root delayDuration={200}>
      <Base.Trigger asChild>{children}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 rounded-md bg-ink px-3 py-2 text-sm text-ground"
        >
          {text}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
