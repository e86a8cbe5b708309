"use client";

import { ChevronsUpDown } from "lucide-react";
import { OwnWords } from "#components/own-words.tsx";
import { createLate } from "./late.tsx";
import type { OrganizationSwitchProps } from "./organization-choice.tsx";

const Late = createLate(() => import("./organization-choice.tsx"));

/** For whom the person acts; one press shows the others. */
export function OrganizationSwitch(props: OrganizationSwitchProps) {
  const { name, text } = props;
  return (
    <Late
      {...props}
      button={(waker) => (
        <button
          type="button"
          aria-haspopup="menu"
          className="inline-flex h-9 max-w-56 min-w-0 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken"
          {...waker}
        >
          <span className="sr-only">{text.label}</span>
          <span className="truncate">{name === null ? text.none : <OwnWords>{name}</OwnWords>}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      )}
    />
  );
}
