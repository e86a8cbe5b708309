import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { runtime } from "#lib/runtime.ts";

/** On an exchange with the demo's cast: that the figures of the page stem from returns of invented bodies. */
export function SampleBadge() {
  const t = useTranslations("common.sample");
  if (!runtime().config.demo) return null;
  return (
    <span title={t("why")}>
      <Badge tone="warning">{t("mark")}</Badge>
      <span className="sr-only">{t("why")}</span>
    </span>
  );
}

/** A heading over figures of the demo, with the mark beside it. */
export function SampleTitle({ children }: { readonly children: string }) {
  return (
    <span className="flex items-center gap-3">
      {children}
      <SampleBadge />
    </span>
  );
}
