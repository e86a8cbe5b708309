"use client";

import { type MouseEvent, useEffect, useRef } from "react";

export type SummaryError = {
  /** The id of the control that the line leads to; without it the line is no link. */
  readonly fieldId?: string | undefined;
  readonly text: string;
};
export type ErrorSummaryProps = {
  readonly title: string;
  readonly errors: readonly SummaryError[];
  /** A new value (a counter of submissions) moves the focus here again. */
  readonly attempt?: number;
};

function focusField(event: MouseEvent<HTMLAnchorElement>, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  field.closest("div,fieldset")?.scrollIntoView({ block: "center" });
}

/** On top of a form: takes the focus when errors arrive, and each line leads to its field. */
export function ErrorSummary({ title, errors, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (!shown || attempt < 0) return;
    box.current?.focus({ preventScroll: true });
    // Below what sticks to the top: a focus alone scrolls it under that.
    box.current?.scrollIntoView({ block: "start" });
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="scroll-mt-20 rounded-md border-2 border-danger bg-danger-wash p-4 outline-offset-4"
    >
      <h2 className="mb-2 text-lg">{title}</h2>
      <ul className="flex flex-col gap-1">
        {errors.map(({ fieldId, text }) => (
          <li key={`${fieldId ?? ""}:${text}`}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => focusField(event, fieldId)}
                className="font-medium text-danger underline underline-offset-2"
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
