"use client";

import { type ThemeChoice, ThemeSwitch } from "@lilink/ui";
import { useTranslations } from "next-intl";

export function AppearanceSwitch({ initial }: { readonly initial: ThemeChoice }) {
  const t = useTranslations("common.theme");
  return (
    <ThemeSwitch
      initial={initial}
      label={t("label")}
      text={{ system: t("system"), light: t("light"), dark: t("dark") }}
    />
  );
}
