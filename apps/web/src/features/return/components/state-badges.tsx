import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReturnItem } from "../queries.ts";
import { stateTones } from "../view.ts";

export type StateBadgesProps = Pick<ReturnItem, "state" | "late"> & { readonly version?: number };

/** How a return stands: its state, its version where it is shown alone, and whether it came late. */
export function StateBadges({ state, late, version }: StateBadgesProps) {
  const t = useTranslations("return");
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
      {version === undefined ? null : <Badge>{t("page.version", { version })}</Badge>}
      {late ? <Badge tone="warning">{t("late")}</Badge> : null}
    </span>
  );
}
