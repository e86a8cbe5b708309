"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { typedIn, useHydrating } from "#lib/form/typed-early.ts";

export type StateFormProps = Omit<ComponentProps<"form">, "method" | "onSubmit"> & {
  /** Left out where every change is saved by itself. */
  readonly onSend?: () => void;
};

/**
 * A form whose controls show what its state says. State knows nothing of what a person typed before the page woke, and would
 * put the old value back: it is typed once more as soon as the page is awake.
 */
export function StateForm({ onSend, ...rest }: StateFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const slept = useRef(useHydrating());
  useLayoutEffect(() => {
    if (!slept.current || !form.current) return;
    const typed = typedIn(form.current);
    // After this commit: one event at a time, each of which its state answers.
    queueMicrotask(() => {
      for (const again of typed) again();
    });
  }, []);
  return (
    <form
      method="post"
      {...rest}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        onSend?.();
      }}
    />
  );
}
