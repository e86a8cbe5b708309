"use client";

import type { LiveHint } from "@lilink/api";
import { ProgressBar } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useLive } from "#lib/live/use-live.ts";
import { type FileOnItsWay, isOnItsWay } from "./file-on-its-way.ts";

const askedEachMs = 5_000;
const mostAsked = 60;

export type FileProgressProps = {
  readonly item: FileOnItsWay;
  readonly topic: LiveHint["topic"];
  /** The files as they are now. */
  readonly read: () => Promise<readonly FileOnItsWay[]>;
};

/** How far a file is, read by itself on each hint; the page is read again only when the file has come to its end. */
export function FileProgress({ item, topic, read: readFiles }: FileProgressProps) {
  const t = useTranslations("file.import");
  const router = useRouter();
  const [now, setNow] = useState(item);
  const hints = useRef(0);
  const read = async () => {
    hints.current += 1;
    // Hints that come while one is being answered are answered together.
    if (hints.current > 1) return;
    for (let heard = 0; heard !== hints.current; ) {
      heard = hints.current;
      const items = await readFiles().catch(() => null);
      const found = items?.find((one) => one.publicId === item.publicId);
      if (found && isOnItsWay(found)) setNow(found);
      else if (items) router.refresh();
    }
    hints.current = 0;
  };
  useLive([topic], read);
  // Its end may have been said before this page began to listen.
  const readAtOnce = useEffectEvent(read);
  useEffect(() => void readAtOnce(), []);
  // A hint can be lost on its way. Asking is a use of the session, so it ends.
  useEffect(() => {
    let asked = 0;
    const timer = setInterval(() => {
      asked += 1;
      if (asked === mostAsked) clearInterval(timer);
      void readAtOnce();
    }, askedEachMs);
    return () => clearInterval(timer);
  }, []);
  const { state, rowsDone, rowsTotal } = now;
  if (state === "waiting" || rowsTotal === null) return <p className="text-sm">{t("waitingText")}</p>;
  // The rows of a file are counted before they are read, and some programs write them so that they are not found.
  const total = Math.max(rowsTotal, rowsDone, 1);
  return (
    <ProgressBar
      label={t("runningText")}
      value={rowsDone / total}
      valueText={t("progress", { done: rowsDone, total })}
    />
  );
}
