"use client";

import { Button } from "@lilink/ui";
import { Presentation } from "lucide-react";
import { useCallback, useEffect, useState } from "react";

export type PresentButtonProps = { readonly label: string; readonly leave: string; readonly keys: string };

/** Shows the board alone on the whole screen, larger, with the time; P begins, Escape ends, the arrows turn its screens. */
export function PresentButton({ label, leave, keys }: PresentButtonProps) {
  const [time, setTime] = useState<string | null>(null);
  const isOn = time !== null;
  const start = useCallback(() => {
    document.documentElement.dataset.present = "";
    setTime(readClock());
    // A window that is refused the whole screen shows the board alone all the same.
    document.documentElement.requestFullscreen?.().catch(() => {});
  }, []);
  const stop = useCallback(() => {
    delete document.documentElement.dataset.present;
    setTime(null);
    if (document.fullscreenElement) void document.exitFullscreen();
  }, []);
  useEffect(() => stop, [stop]);
  useEffect(() => {
    const settle = () => {
      if (document.fullscreenElement === null) stop();
    };
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const isBusy = target instanceof Element && target.closest("input, textarea, select, [role=dialog]");
      if (isBusy || ctrlKey || metaKey || altKey) return;
      if (key === "p") start();
      if (!("present" in document.documentElement.dataset)) return;
      if (key === "Escape") stop();
      const turn = turns.get(key);
      if (turn === undefined) return;
      event.preventDefault();
      scrollTo({ top: toScreen(turn) });
    };
    document.addEventListener("fullscreenchange", settle);
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("fullscreenchange", settle);
      document.removeEventListener("keydown", press);
    };
  }, [start, stop]);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setTime(readClock()), 1000);
    return () => clearInterval(timer);
  }, [isOn]);
  return (
    <>
      {isOn ? (
        <time data-presents className="order-last ml-4 text-2xl font-semibold tabular-nums">
          {time}
        </time>
      ) : null}
      <Button data-presents onClick={isOn ? stop : start} title={keys} aria-keyshortcuts="p">
        <Presentation aria-hidden />
        {isOn ? leave : label}
      </Button>
    </>
  );
}

/** Keys that turn a screen, on a keyboard and on the remote of a projector. */
const turns: ReadonlyMap<string, 1 | -1> = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["PageDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
  ["PageUp", -1],
] as const);

/** Where the next screen begins: at the last part that begins on this one, so that no part is cut twice; else a screen further. */
function toScreen(turn: 1 | -1): number {
  const screen = innerHeight;
  const parts = [...document.querySelectorAll("main section")]
    .map((part) => Math.round(part.getBoundingClientRect().top + scrollY) - 16)
    .filter((top) => (turn === 1 ? top > scrollY + 8 : top < scrollY - 8));
  if (turn === 1)
    return Math.max(0, ...parts.filter((top) => top < scrollY + screen)) || scrollY + screen * 0.9;
  const back = parts.filter((top) => top >= scrollY - screen);
  return back.length > 0 ? Math.min(...back) : Math.max(0, scrollY - screen * 0.9);
}

function readClock(): string {
  return new Date().toLocaleTimeString("zh-CN", { timeStyle: "short", timeZone: "Asia/Shanghai" });
}
