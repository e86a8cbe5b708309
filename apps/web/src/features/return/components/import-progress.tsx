"use client";

import { ProgressBar } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useLive } from "#lib/live/use-live.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnImport } from "../queries.ts";
import { isOpenImport } from "../view.ts";

type ImportProgressProps = { readonly publicId: string; readonly item: ReturnImport };

/** How far a file is, read by itself on each hint; the page is read again only when the file has come to its end. */
export function ImportProgress({ publicId, item }: ImportProgressProps) {
  const t = useTranslations("file.import");
  const client = useTRPCClient();
  const router = useRouter();
  const [now, setNow] = useState(item);
  const hints = useRef(0);
  const read = async () => {
    hints.current += 1;
    // Hints that come while one is being answered are answered together.
    if (hints.current > 1) return;
    for (let heard = 0; heard !== hints.current; ) {
      heard = hints.current;
      const answer = await client.return.listImports.query({ publicId }).catch(() => null);
      const found = answer?.items.find((one) => one.publicId === item.publicId);
      if (found && isOpenImport(found)) setNow(found);
      else if (answer) router.refresh();
    }
    hints.current = 0;
  };
  useLive(["return"], read);
  // Its end may have been said before this page began to listen.
  const readAtOnce = useEffectEvent(read);
  useEffect(() => void readAtOnce(), []);
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
