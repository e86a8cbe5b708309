"use client";

import { formatDate, type Locale, timeZone, toDay } from "@lilink/i18n";
import { CircleAlert, CircleCheck, CloudUpload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { SaveState } from "#lib/form/use-save-loop.ts";
import { usePathname } from "#lib/i18n/navigation.ts";

export function clockText(at: Date | number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(at);
}

/** The time of today, else the day as well: a draft may have lain for weeks. */
function savedText(at: Date, locale: Locale): string {
  return toDay(at) === toDay(new Date()) ? clockText(at, locale) : formatDate(at, locale, "time");
}

/** Where the typed text lies: on the server since when, or still on this device and why. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  const t = useTranslations("posting.save");
  const errors = useTranslations("error");
  const locale = useLocale();
  const path = usePathname();
  if (state.kind === "untouched") return <p role="status" />;
  if (state.kind === "saved") {
    return (
      <Line icon={<CircleCheck aria-hidden className="text-success" />}>
        {t("saved", { time: savedText(state.at, locale) })}
      </Line>
    );
  }
  if (state.kind === "waiting" || state.kind === "saving")
    return <Line icon={<CloudUpload aria-hidden />}>{t(state.kind)}</Line>;
  return (
    <Line icon={<CircleAlert aria-hidden className="text-danger" />}>
      {state.kind === "refused" ? t("refused", { reason: errors(state.code) }) : null}
      {state.kind === "offline" ? t("offline") : null}
      {state.kind === "conflict" ? t("conflictTitle") : null}
      {state.kind === "signedOut" ? (
        <>
          {t("signedOut")}{" "}
          <TextLink href={{ pathname: "/signin", query: { next: path } }}>{t("signIn")}</TextLink>
        </>
      ) : null}
    </Line>
  );
}

function Line({ icon, children }: { readonly icon: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-muted [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span>{children}</span>
    </p>
  );
}
