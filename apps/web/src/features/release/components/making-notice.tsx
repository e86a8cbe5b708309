"use client";

import { NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";

const waitMilliseconds = 2000;

/** Says that a release is being made, and reads the page again until it is done. */
export function MakingNotice() {
  const t = useTranslations("release");
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), waitMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div role="status">
      <NoticeBox tone="info">{t("makingNote")}</NoticeBox>
    </div>
  );
}
