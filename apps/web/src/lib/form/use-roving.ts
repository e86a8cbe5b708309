"use client";

import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";

const stops = "[data-rove]";
const forward = new Set(["ArrowRight", "ArrowDown"]);
const backward = new Set(["ArrowLeft", "ArrowUp"]);

/**
 * Many small controls as one stop of Tab: arrows, Home and End move between those that carry `data-rove`, and Tab comes back to the
 * last one. Spread what it answers on the element around them.
 */
export function useRoving<Box extends HTMLElement>() {
  const box = useRef<Box>(null);
  const list = useCallback(() => [...(box.current?.querySelectorAll<HTMLElement>(stops) ?? [])], []);
  const choose = useCallback(
    (chosen: HTMLElement | undefined) => {
      for (const one of list()) one.tabIndex = one === chosen ? 0 : -1;
    },
    [list],
  );
  // Whatever came or went since: exactly one of them is a stop.
  useEffect(() => {
    const all = list();
    choose(all.find(({ tabIndex }) => tabIndex === 0) ?? all[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = list();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const next = forward.has(event.key)
      ? (at + 1) % all.length
      : backward.has(event.key)
        ? (at - 1 + all.length) % all.length
        : event.key === "Home"
          ? 0
          : event.key === "End"
            ? all.length - 1
            : -1;
    if (next < 0) return;
    event.preventDefault();
    choose(all[next]);
    all[next]?.focus();
  };
  const onFocus = (event: { readonly target: EventTarget }) => {
    const all = list();
    const chosen = all.find((one) => one === event.target);
    if (chosen) choose(chosen);
  };
  return { ref: box, onKeyDown, onFocus };
}
