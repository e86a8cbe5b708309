"use client";

import { buttonClass } from "@lilink/ui";
import { CircleUser } from "lucide-react";
import type { AccountMenuProps } from "./account-items.tsx";
import { createLate } from "./late.tsx";

const Late = createLate(() => import("./account-items.tsx"));

const look = buttonClass({ variant: "quiet", size: "icon" });

export function AccountMenu(props: AccountMenuProps) {
  return (
    <Late
      {...props}
      button={(waker) => (
        <button
          type="button"
          aria-label={props.text.account}
          aria-haspopup="menu"
          className={look}
          {...waker}
        >
          <CircleUser aria-hidden className="size-4.5" strokeWidth={1.75} />
        </button>
      )}
    />
  );
}
