"use client";

import { formatDate } from "@lilink/i18n";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { keepDay } from "#lib/day-cache.ts";

/** Keeps the day on the device, and says as of when it holds while there is no network. [EV13] */
export function KeepDay({ id, asOf }: { readonly id: string; readonly asOf: Date }) {
  const t = useTranslations("event.day");
  const locale = useLocale();
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    // Where the device keeps nothing, the page is what it was.
    void keepDay(id, locale).catch(() => undefined);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, [id, locale]);
  return (
    <div role="status">
      {isOffline ? (
        <NoticeBox tone="warning" className="mb-4">
          {t("offline", { time: formatDate(asOf, locale, "time") })}
        </NoticeBox>
      ) : null}
    </div>
  );
}
