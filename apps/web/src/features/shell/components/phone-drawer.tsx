"use client";

import { Sheet } from "@lilink/ui";
import type { MouseEventHandler, ReactNode } from "react";

export type PhoneDrawerProps = {
  readonly text: Readonly<Record<"menu" | "close", string>>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onClick: MouseEventHandler;
  readonly children: ReactNode;
};

/** What the bar of a phone opens. */
export default function PhoneDrawer({ text, isOpen, onOpenChange, onClick, children }: PhoneDrawerProps) {
  return (
    <Sheet side="bottom" title={text.menu} closeLabel={text.close} open={isOpen} onOpenChange={onOpenChange}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a click on a link inside, by key or pointer, closes the drawer */}
      <div className="contents" onClick={onClick}>
        {children}
      </div>
    </Sheet>
  );
}
