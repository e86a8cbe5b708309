"use client";

import type { PostingFigure } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { standingOf } from "../view.ts";
import { useFormTools } from "./form-tools.tsx";

/** The look of one row in one line, and as two lines on a phone. */
export const closedRow =
  "cursor-pointer border-b border-line hover:bg-raised max-sm:grid max-sm:grid-cols-[2rem_minmax(0,1fr)_auto] max-sm:items-baseline max-sm:py-2";
export const cell = "wrap-break-word px-2 py-1.5 max-sm:block max-sm:px-0 max-sm:py-0";

/** Whether a figure decides: a full square does, an open one only ranks. */
export function Standing({ hard, condition }: Pick<PostingFigure, "hard" | "condition">) {
  const t = useTranslations("posting.body");
  const { kind } = useFormTools();
  return (
    <span className={cn("inline-flex items-center gap-1.5", !hard && "text-muted")}>
      <i aria-hidden className={cn("size-2 border-[1.5px]", hard ? "border-ink bg-ink" : "border-edge")} />
      {t(standingOf({ hard, condition }, kind))}
    </span>
  );
}

/** Hard or a wish as two words of which one holds: one stop of Tab, arrows change it. */
export function StandingChoice(props: {
  readonly id: string;
  readonly name: string;
  readonly hard: boolean;
  readonly condition?: string | undefined;
  readonly onChange: (hard: boolean) => void;
}) {
  const t = useTranslations("posting");
  const { kind } = useFormTools();
  return (
    <fieldset className="grid h-9 grid-cols-2 overflow-hidden rounded-md border border-edge text-sm">
      <legend className="sr-only">{t("form.columns.standing")}</legend>
      {[true, false].map((hard) => (
        <label
          key={String(hard)}
          className={cn(
            "grid cursor-pointer place-items-center px-1 outline-offset-[-3px] outline-focus has-[:focus-visible]:outline-2",
            hard === props.hard ? "bg-ink font-medium text-ground" : "text-muted",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            id={hard ? props.id : undefined}
            name={props.name}
            checked={hard === props.hard}
            onChange={() => props.onChange(hard)}
          />
          {t(`body.${standingOf({ hard, condition: props.condition }, kind)}`)}
        </label>
      ))}
    </fieldset>
  );
}

const isPlain = (event: KeyboardEvent) =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;

/** The keys of an open row: Enter goes on and Shift with it back, Esc restores. Lists and buttons keep their own. */
export function rowKeys(act: {
  readonly next: () => void;
  readonly back: () => void;
  readonly restore: () => void;
}) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    // What a list opened over the page bubbles up here, though it is no part of the row.
    if (!event.currentTarget.contains(target) || !isPlain(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      act.restore();
    }
    if (event.key !== "Enter" || target.closest("button")) return;
    event.preventDefault();
    if (event.shiftKey) act.back();
    else act.next();
  };
}

/** What the keys do, where there is a keyboard. */
export function KeyHints({ children }: { readonly children?: ReactNode }) {
  const t = useTranslations("posting.form.keys");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
      {children}
      <span className="ml-auto hidden items-center gap-3 sm:flex pointer-coarse:hidden">
        {(["Tab", "Enter", "Esc"] as const).map((key) => (
          <span key={key}>
            <kbd className="rounded-sm border border-line bg-ground px-1 font-sans">{key}</kbd> {t(key)}
          </span>
        ))}
      </span>
    </p>
  );
}
