"use client";

import { Button } from "@lilink/ui";
import { Presentation } from "lucide-react";
import { useCallback, useEffect, useState } from "react";

export type PresentButtonProps = { readonly label: string; readonly leave: string; readonly keys: string };

/** Shows the board alone on the whole screen, larger, with the time; P begins, Escape ends. */
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
    const press = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const isBusy = target instanceof Element && target.closest("input, textarea, select, [role=dialog]");
      if (isBusy || ctrlKey || metaKey || altKey) return;
      if (key === "p") start();
      if (key === "Escape" && "present" in document.documentElement.dataset) stop();
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
      {isOn ? <time className="order-last ml-4 text-2xl font-semibold tabular-nums">{time}</time> : null}
      <Button onClick={isOn ? stop : start} title={keys} aria-keyshortcuts="p">
        <Presentation aria-hidden />
        {isOn ? leave : label}
      </Button>
    </>
  );
}

function readClock(): string {
  return new Date().toLocaleTimeString("zh-CN", {
    ...{ hour: "2-digit", minute: "2-digit" },
    timeZone: "Asia/Shanghai",
  });
}
