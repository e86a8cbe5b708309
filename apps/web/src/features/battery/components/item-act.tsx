import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { OpenBatteryItem } from "../queries.ts";

type ItemActProps = { readonly item: Pick<OpenBatteryItem, "kind" | "code" | "occurredOn"> };

/** What settles an open item of one's own: a receipt, a step that nobody told, or a correction of the event that it is about. */
export function ItemAct({ item: { kind, code, occurredOn } }: ItemActProps) {
  const t = useTranslations("battery.life.work");
  const path = `/batteries/${code}`;
  if (kind === "handover")
    return <Act href={`${path}?verb=collect&on=${occurredOn}#report`}>{t("confirm")}</Act>;
  if (kind === "gap" || kind === "vehicle_scrap") return <Act href={`${path}#report`}>{t("tell")}</Act>;
  return (
    <Act href={`${path}?on=${occurredOn}#correct`}>{t(kind === "needs_reason" ? "reason" : "correct")}</Act>
  );
}

function Act({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <ButtonLink size="sm" href={href}>
      {children}
    </ButtonLink>
  );
}
